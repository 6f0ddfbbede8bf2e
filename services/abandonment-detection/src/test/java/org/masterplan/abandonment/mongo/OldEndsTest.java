package org.masterplan.abandonment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Observation;
import org.masterplan.abandonment.domain.Voice;
import org.masterplan.platform.testkit.MongoTestServer;

/** Data of the first schema, in which every end reads as stated. */
class OldEndsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant SILENT_SINCE = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LAST_ROW = Instant.parse("2026-11-20T08:15:30Z");

  private final MongoDatabase database = MongoTestServer.database("oldends");
  private final MongoObservations observations = new MongoObservations(database);
  private final MongoActivities activities = new MongoActivities(database);

  @Test
  void endOfAFile_becomesEachCommunitysOwnLastRow() {
    activities.addEvents(List.of(event("silent", SILENT_SINCE), event("lively", LAST_ROW)));
    kept("silent", LAST_ROW);
    kept("lively", LAST_ROW);

    OldEnds.tellApart(database, ZONE);
    OldEnds.tellApart(database, ZONE);

    assertThat(observations.all())
        .containsExactly(
            Observation.seen("lively", LAST_ROW), Observation.seen("silent", SILENT_SINCE));
  }

  @Test
  void aRunThatWasInterrupted_isTakenUpByTheNext() {
    activities.addEvents(List.of(event("silent", SILENT_SINCE), event("lively", LAST_ROW)));
    kept("lively", LAST_ROW);
    OldEnds.tellApart(database, ZONE);
    kept("silent", LAST_ROW);

    OldEnds.tellApart(database, ZONE);

    assertThat(observations.find("silent")).contains(Observation.seen("silent", SILENT_SINCE));
  }

  @Test
  void endOfAFileOfTotals_isTheEndOfItsLastDay() {
    activities.putTotals(List.of(total("silent", "2026-03-01"), total("lively", "2026-11-20")));
    var midnight = Instant.parse("2026-11-20T17:00:00Z");
    kept("silent", midnight);
    kept("lively", midnight);

    OldEnds.tellApart(database, ZONE);

    assertThat(observations.find("silent"))
        .contains(Observation.seen("silent", Instant.parse("2026-03-01T17:00:00Z")));
    assertThat(observations.find("lively")).contains(Observation.seen("lively", midnight));
  }

  @Test
  void endOfNoActivity_wasStated_andSoWasOneWithoutAnyRow() {
    var stated = Instant.parse("2026-11-21T00:00:00Z");
    activities.addEvents(List.of(event("silent", SILENT_SINCE), event("lively", LAST_ROW)));
    kept("silent", stated);
    kept("lively", LAST_ROW);
    kept("empty", LAST_ROW);

    OldEnds.tellApart(database, ZONE);

    assertThat(observations.find("silent")).contains(Observation.stated("silent", stated));
    assertThat(observations.find("empty")).contains(Observation.stated("empty", LAST_ROW));
  }

  private void kept(String community, Instant until) {
    database
        .getCollection("observations")
        .insertOne(new Document("_id", community).append("until", Date.from(until)));
  }

  private static Activity.Event event(String community, Instant time) {
    return new Activity.Event(community, time, "a", Voice.MEMBER, "POST", "", "");
  }

  private static Activity.DailyTotal total(String community, String day) {
    return new Activity.DailyTotal(community, LocalDate.parse(day), Voice.MEMBER, "POST", 3, 2);
  }
}
