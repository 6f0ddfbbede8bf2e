package org.masterplan.profiles.source.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RecordsContract;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Records whose values are sealed are kept and found as others are. */
class SealedRecordsTest extends RecordsContract {
  private static final byte[] SECRET =
      "a secret of the installation".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  private final MongoDatabase database = MongoTestServer.database("sealed");

  @Override
  protected Records records() {
    CollectionIndexes.create(database, MongoRecords.indexes());
    return new MongoRecords(database, new KeyedSealing(Map.of(1, SECRET)));
  }

  @Test
  void everyVersion_holdsNoValue_andIsFoundByItsKeys() {
    var records = records();
    var values = Map.of("fullName", "Lê Ẩn", "phone", "+84912345678", "email", "an@x.vn");
    var raw = Map.of("Họ tên", "Lê Ẩn", "SĐT", "0912345678");
    var origin = new SourceRecord.Origin("load-1", 2, NOW, NOW);
    var first =
        new SourceRecord(
            7, new RecordName("crm", "1"), 1, new SourceRecord.Content(values, raw), origin);
    records.store(List.of(first));
    var next = new SourceRecord.Content(Map.of("phone", "+84912345678"), raw);
    records.store(List.of(first.next(next, origin)));

    for (var name : List.of("records", "recordVersions")) {
      for (var document : database.getCollection(name).find()) {
        assertThat(document.toJson())
            .as(name)
            .doesNotContain("Lê", "912345678", "an@x.vn", "fullName", "SĐT");
      }
    }
    var key = new Key("phone", "+84912345678");
    assertThat(records.holding(List.of(key), 10)).hasSize(1);
    assertThat(records.versionsBefore(records.holding(List.of(key), 1)).getFirst().values())
        .isEqualTo(values);
  }

  @Test
  void findByHandles_letsSealedRecordsOfBeforeBeFound() {
    var records = records();
    var lan = handled(1, "diễn đàn:lan");
    records.store(List.of(lan));
    database.getCollection("records").updateOne(new Document(), Updates.set("keys", List.of()));

    MongoRecords.findByHandles(database, new KeyedSealing(Map.of(1, SECRET)));

    assertThat(records.holding(List.of(Key.anywhere("lan")), 9)).containsExactly(lan);
    for (var document : database.getCollection("records").find()) {
      assertThat(document.toJson()).doesNotContain("diễn đàn", "handleAnywhere");
    }
  }

  @Test
  void recordsOfBefore_areReadAndFound_untilTheyAreSealed() {
    var content = new SourceRecord.Content(Map.of("email", "an@x.vn"), Map.of("mail", "an@x.vn"));
    var origin = new SourceRecord.Origin("load-1", 2, NOW, NOW);
    new MongoRecords(database)
        .store(List.of(new SourceRecord(7, new RecordName("crm", "1"), 1, content, origin)));

    var found = records().holding(List.of(new Key("email", "an@x.vn")), 10);

    assertThat(found.getFirst().content()).isEqualTo(content);
  }
}
