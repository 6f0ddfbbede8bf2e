package org.masterplan.profiles.source.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RecordsContract;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class MongoRecordsTest extends RecordsContract {
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
}
