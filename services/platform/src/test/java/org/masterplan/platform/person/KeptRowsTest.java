package org.masterplan.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.testkit.MongoTestServer;

class KeptRowsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  private final MongoDatabase database = MongoTestServer.database("keptRows");
  private final Rejects rejects = new Rejects(database, Clock.fixed(NOW, ZoneOffset.UTC));
  private final KeptRows kept = new KeptRows(rejects);

  @Test
  void erase_leavesARow_ofWhichNobodyCanTellWhoseHandleItNames() {
    try (var recording = rejects.record(Imported.of("members-1", List.of("handle")))) {
      recording.accept(
          new Row.Bad(2, Map.of("handle", "@Lan"), "handle", "@Lan", "REQUIRED", Map.of()));
    }
    var alone = PersonKeys.newBuilder().addHandles("lan");

    assertThat(kept.erase(alone.clone().addOthersHandles("zalo:lan").build())).isZero();
    assertThat(kept.erase(alone.clone().addOthersHandles("zalo:minh").build())).isEqualTo(1);
  }
}
