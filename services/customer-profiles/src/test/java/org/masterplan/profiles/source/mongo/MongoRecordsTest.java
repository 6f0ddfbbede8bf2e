package org.masterplan.profiles.source.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RecordsContract;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class MongoRecordsTest extends RecordsContract {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @Override
  protected Records records() {
    return new MongoRecords(database());
  }

  private static MongoDatabase database() {
    var database = MongoTestServer.database("records");
    CollectionIndexes.create(database, MongoRecords.indexes());
    return database;
  }

  /** As it was written before it was kept of each field when it was set right. */
  @Test
  void whatWasSetRight_atATimeThatIsNotKept_wasSoWhenTheVersionWasStored() {
    var database = database();
    var records = new MongoRecords(database);
    var at = Instant.parse("2026-11-21T02:00:00Z");
    var right =
        new SourceRecord.Content(Map.of("email", "an@x.vn"), Map.of())
            .corrected(Map.of("email", "an@y.vn"), at.minusSeconds(60));
    var origin = new SourceRecord.Origin("profiles-1", 2, at, at.minusSeconds(90));
    records.store(List.of(new SourceRecord(1, new RecordName("crm", "1"), 1, right, origin)));

    database
        .getCollection("records")
        .updateOne(new Document(), new Document("$unset", new Document("rightAt", "")));

    var read = records.findNumbers(List.of(1L)).get(1L);
    assertThat(read.content().corrected()).isEqualTo(right.corrected());
    assertThat(read.saidAt("email")).isEqualTo(at);
  }

  @Test
  void findByHandles_letsRecordsOfBeforeBeFound_andLeavesThemAsTheyWere() {
    var database = MongoTestServer.database("records");
    var records = new MongoRecords(database);
    var lan = handled(1, "diễn đàn:lan");
    var other = handled(2, "bình");
    records.store(List.of(lan, other));
    records.saidAgain(List.of(lan.name()), NOW.plusSeconds(60));
    database
        .getCollection("records")
        .updateMany(new Document(), Updates.pull("keys", "handleAnywhere:lan"));
    assertThat(records.holding(List.of(Key.anywhere("lan")), 9)).isEmpty();

    MongoRecords.findByHandles(database, Sealing.OPEN);

    assertThat(records.holding(List.of(Key.anywhere("lan")), 9)).containsExactly(lan);
    assertThat(records.holding(lan.keys(), 9)).containsExactly(lan);
    assertThat(records.holding(other.keys(), 9)).containsExactly(other);
    assertThat(records.unsaidSince(NOW.plusSeconds(30), "club", "", 9)).containsExactly(other);
  }
}
