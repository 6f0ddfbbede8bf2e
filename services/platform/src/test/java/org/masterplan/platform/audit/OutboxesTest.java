package org.masterplan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.testkit.MongoTestServer;

class OutboxesTest {
  private static final Content CONTENT = new Content(new Document(), new Document());

  private final MongoDatabase database = MongoTestServer.database("outboxes");
  private final VersionedDocuments communities = new VersionedDocuments(database, "communities");
  private final AtomicInteger commands = new AtomicInteger();

  @Test
  void clear_asksAgainOnlyForWhatChangedMeanwhile() {
    for (int i = 0; i < 50; i++) {
      communities.add("communities/c" + i, CONTENT, entry());
    }
    try (var client = MongoTestServer.watched(counting())) {
      var watched = client.getDatabase(database.getName());
      var outboxes = new Outboxes(watched, List.of("communities"));
      var sealed = outboxes.waiting(100);
      communities.replace("communities/c7", 1, CONTENT, entry());
      commands.set(0);

      outboxes.clear(sealed);

      assertThat(commands).hasValueLessThan(6);
      assertThat(outboxes.waiting(100))
          .singleElement()
          .satisfies(left -> assertThat(left.revision()).isEqualTo(2))
          .satisfies(left -> assertThat(left.document()).isEqualTo("communities/c7"));
    }
  }

  private CommandListener counting() {
    return new CommandListener() {
      @Override
      public void commandStarted(CommandStartedEvent event) {
        commands.incrementAndGet();
      }
    };
  }

  private static AuditEntry entry() {
    return new AuditEntry(
        Instant.parse("2026-11-21T02:00:00Z"), "lan", "EDITED", List.of("title"), "why");
  }
}
