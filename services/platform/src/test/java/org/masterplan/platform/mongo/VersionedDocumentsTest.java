package org.masterplan.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.testkit.MongoTestServer;

class VersionedDocumentsTest {
  static final AuditEntry ENTRY =
      new AuditEntry(Instant.parse("2026-11-21T02:00:00Z"), "cmo", "ADDED", List.of("title"), "");

  VersionedDocuments documents =
      new VersionedDocuments(MongoTestServer.database("platform"), "things");

  @Test
  void find_returnsWhatWasAdded_asRevisionOne() {
    documents.add("a", content("một"), ENTRY);

    assertThat(documents.find("a"))
        .hasValueSatisfying(
            stored -> {
              assertThat(stored.revision()).isEqualTo(1);
              assertThat(stored.body()).containsEntry("title", "một");
            });
  }

  @Test
  void add_refusesATakenId_andLeavesItAsItWas() {
    documents.add("a", content("một"), ENTRY);

    assertThatThrownBy(() -> documents.add("a", content("hai"), ENTRY))
        .isInstanceOf(AlreadyExists.class);
    assertThat(documents.find("a").orElseThrow().body()).containsEntry("title", "một");
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    documents.add("a", content("một"), ENTRY);
    documents.replace("a", 1, content("hai"), ENTRY);

    assertThatThrownBy(() -> documents.replace("a", 1, content("ba"), ENTRY))
        .isInstanceOf(Stale.class);
    assertThat(documents.find("a").orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void changes_tellsEachChangeOnce_inOrder() {
    documents.add("a", content("một"), ENTRY);
    documents.add("b", content("hai"), ENTRY);
    var first = documents.changes("", 1);
    var second = documents.changes(first.token(), 10);

    assertThat(first.more()).isTrue();
    assertThat(first.items()).extracting("id").containsExactly("a");
    assertThat(second.items()).extracting("id").containsExactly("b");
    assertThat(documents.changes(second.token(), 10).items()).isEmpty();
  }

  @Test
  void changes_tellsAgainWhatWasReplaced() {
    documents.add("a", content("một"), ENTRY);
    var seen = documents.changes("", 10);
    documents.replace("a", 1, content("hai"), ENTRY);

    var again = documents.changes(seen.token(), 10).items();
    assertThat(again).isSubsetOf(documents.changes("", 10).items());
    assertThat(documents.find("a").orElseThrow().revision()).isEqualTo(2);
  }

  private static Content content(String title) {
    return new Content(new Document("title", title), new Document());
  }
}
