package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.CorrectRecordRequest;

/** The old database is told what was set right here of what it says itself. */
class CorrectedGiveBackTest extends ReplacementCalls {
  @Test
  void giveBack_tellsWhatWasSetRight_besideWhatTheDatabaseSays() {
    correct("crm/records/1", Map.of("birthYear", "1991"));

    assertThat(better("crm", "birthYear"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("1,profiles/")
                    .contains(",birthYear,1992,1991,sources/crm/records/1,20"));
  }

  @Test
  void giveBack_tellsWhatWasTakenAway() {
    correct("crm/records/1", Map.of("email", ""));

    assertThat(better("crm", "email"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(",email,buoi@x.vn,,sources/crm/records/1,20"));
  }

  @Test
  void giveBack_tellsWhatWasTakenAway_alsoWhereAnotherStillSaysIt() throws Exception {
    load(
        "app",
        "application/jsonl",
        """
        {"id":"p1","full name":"Nguyễn Thị Bưởi","phone":"0381234567","email":"buoi@x.vn"}
        """);

    correct("crm/records/1", Map.of("email", ""));

    assertThat(better("crm", "email"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(",email,buoi@x.vn,,sources/crm/records/1,20"));
  }

  @Test
  void giveBack_tellsWhatWasSetRight_whereWhatCountsSinceIsWithheld() throws Exception {
    describe("crm", "MARKETING");
    correct("crm/records/1", Map.of("fullName", "Nguyễn Thị Bười"));
    correct("shop/records/a~2F1", Map.of("fullName", "Nguyễn Thị Bướm"));

    assertThat(better("crm", "fullName"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains("Nguyễn Thị Bưởi,Nguyễn Thị Bười,sources/crm/"));
  }

  @Test
  void giveBack_whereWhatCountsSinceIsWhatTheDatabaseSays_tellsNothingOfIt() {
    correct("crm/records/1", Map.of("birthYear", "1991", "email", ""));
    correct("shop/records/a~2F1", Map.of("birthYear", "1992"));

    assertThat(better("crm", "birthYear")).isEmpty();
    assertThat(better("crm", "email")).isNotEmpty();
  }

  @Test
  void giveBack_sinceATime_holdsWhatWasSetRightAfterIt() {
    var since = Timestamps.fromMillis(f.stored.clock.millis() + 1);
    await().until(() -> f.stored.clock.millis() > Timestamps.toMillis(since));
    assertThat(giveBack("crm", since)).isEmpty();

    correct("crm/records/1", Map.of("email", ""));

    assertThat(giveBack("crm", since))
        .anySatisfy(line -> assertThat(line).contains(",email,buoi@x.vn,,"));
  }

  /** Of record 1. */
  private List<String> better(String source, String field) {
    return giveBack(source, Timestamp.getDefaultInstance()).stream()
        .filter(line -> line.startsWith("1,") && line.contains("," + field + ","))
        .toList();
  }

  private void correct(String record, Map<String, String> values) {
    var wish =
        CorrectRecordRequest.newBuilder()
            .setName("sources/" + record)
            .putAllValues(values)
            .setReason("request 1");
    sources(ProfilesFixture.DATA_WITH_PURPOSE).correctRecord(wish.build());
  }
}
