package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.Record;

/** A person says what is wrong of them, and it is set right where it is said. */
class CorrectRecordTest extends ProfilesCalls {
  private static final String RECORD = "sources/crm/records/1";
  private static final String WHY = "privacyRequests/r-1";

  private String buoi = "";

  @BeforeEach
  void twoDatabases() throws Exception {
    loadBoth();
    buoi = record().getProfile();
  }

  @Test
  void correct_countsBeforeWhatAnybodySays_andKeepsWhatTheSourceSays() {
    var corrected = correct(Map.of("fullName", "Nguyễn Thị Bười", "birthYear", "1991"));

    assertThat(corrected.getVersion()).isEqualTo(2);
    assertThat(corrected.getValuesMap()).containsEntry("birthYear", "1991");
    assertThat(corrected.getCorrectedMap())
        .isEqualTo(Map.of("fullName", "Nguyễn Thị Bưởi", "birthYear", "1992"));
    assertThat(value("fullName").getValue()).isEqualTo("Nguyễn Thị Bười");
    assertThat(value("birthYear").getValue()).isEqualTo("1991");
    var audit =
        f.database
            .getCollection("auditNotes")
            .find(new Document("resource", RECORD))
            .into(new ArrayList<>())
            .toString();
    assertThat(audit)
        .contains("RECORD_CORRECTED")
        .contains(WHY)
        .contains("birthYear")
        .doesNotContain("1991")
        .doesNotContain("Bười");
  }

  @Test
  void correct_byANumberThatAnotherHas_makesThemOnePerson() {
    var binh = lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0912345678").getName();
    assertThat(lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0987654322").getName())
        .isNotEqualTo(binh);

    correct("sources/crm/records/2", Map.of("phone", "0987 654 322"));

    assertThat(get(binh).getRecordsList())
        .containsExactly("sources/crm/records/2", "sources/shop/records/a~2F2");
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0912345678"))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void aLoad_thatSaysTheSameAgain_leavesTheCorrection() throws Exception {
    correct(Map.of("birthYear", "1991"));

    load("crm", "text/csv", CRM);
    assertThat(record().getVersion()).isEqualTo(2);
    load("crm", "text/csv", CRM.replace("buoi@x.vn", "buoi@y.vn"));

    assertThat(record().getValuesMap())
        .containsEntry("birthYear", "1991")
        .containsEntry("email", "buoi@y.vn");
    assertThat(record().getVersion()).isEqualTo(3);
  }

  @Test
  void aLoad_thatSaysSomethingNewOfTheField_endsTheCorrection() throws Exception {
    correct(Map.of("birthYear", "1991"));

    load("crm", "text/csv", CRM.replace("1992", "1990"));

    assertThat(record().getValuesMap()).containsEntry("birthYear", "1990");
    assertThat(record().getCorrectedMap()).isEmpty();
  }

  @Test
  void correct_withNothing_takesTheValueAway_andBackIsNoCorrection() {
    correct(Map.of("email", ""));

    assertThat(record().getValuesMap()).doesNotContainKey("email");
    assertThat(record().getCorrectedMap()).isEqualTo(Map.of("email", "buoi@x.vn"));
    assertThat(correct(Map.of("email", "buoi@x.vn")).getCorrectedMap()).isEmpty();
    assertThat(correct(Map.of("email", "BUOI@x.vn")).getVersion()).isEqualTo(3);
  }

  @Test
  void correct_inARetiredSource_isPossible() {
    f.database
        .getCollection("sources")
        .updateOne(
            new Document("_id", "crm"), new Document("$set", new Document("state", "RETIRED")));

    assertThat(correct(Map.of("birthYear", "1991")).getVersion()).isEqualTo(2);
  }

  @Test
  void correct_whatCannotBe_isRefused_namingTheField_andChangesNothing() {
    var wish = wish(RECORD, Map.of("phone", "12", "shoe", "38"));

    assertThatThrownBy(() -> send(wish))
        .hasMessageContaining("values.phone")
        .hasMessageContaining("values.shoe");
    assertThatThrownBy(() -> send(wish(RECORD, Map.of()))).hasMessageContaining("values");
    assertThatThrownBy(
            () -> send(wish(RECORD, Map.of("email", "")).toBuilder().setReason("").build()))
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> send(wish("sources/crm/records/99", Map.of("email", ""))))
        .hasMessageContaining("NOT_FOUND");
    var old = wish(RECORD, Map.of("email", "")).toBuilder().setVersion(7).build();
    assertThatThrownBy(() -> send(old)).hasMessageContaining("ABORTED");
    assertThat(record().getVersion()).isEqualTo(1);
  }

  private Record correct(Map<String, String> values) {
    return correct(RECORD, values);
  }

  private Record correct(String name, Map<String, String> values) {
    return send(wish(name, values));
  }

  private Record send(CorrectRecordRequest wish) {
    return sources(ProfilesFixture.DATA_WITH_PURPOSE).correctRecord(wish);
  }

  private static CorrectRecordRequest wish(String name, Map<String, String> values) {
    return CorrectRecordRequest.newBuilder()
        .setName(name)
        .putAllValues(values)
        .setReason(WHY)
        .build();
  }

  private Record record() {
    return sources(ProfilesFixture.DATA_WITH_PURPOSE)
        .getRecord(GetRecordRequest.newBuilder().setName(RECORD).build());
  }

  private Profile.Value value(String field) {
    return profiles(ProfilesFixture.DATA_WITH_PURPOSE)
        .getProfile(org.masterplan.profiles.v1.GetProfileRequest.newBuilder().setName(buoi).build())
        .getValuesOrThrow(field);
  }
}
