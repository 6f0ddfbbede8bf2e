package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.Record;
import org.masterplan.profiles.v1.SourceServiceGrpc;

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

  @Test
  void correct_ofABirthThatIsToCome_isRefused_namingFieldValueAndWhatIsExpected() {
    var wish = wish(RECORD, Map.of("birthDate", "01/02/2090"));

    assertThatThrownBy(() -> send(wish))
        .hasMessageContaining(
            "INVALID_ARGUMENT: birthDate is 2090-**-** (expected: from 1900-01-01");
    assertThatThrownBy(() -> send(wish(RECORD, Map.of("birthYear", "2090"))))
        .hasMessageContaining("INVALID_ARGUMENT: birthYear is 2090 (expected: from 1900 to 20");
    var vietnamese =
        SourceServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.DATA_WITH_PURPOSE, Locale.forLanguageTag("vi")));
    assertThatThrownBy(() -> vietnamese.correctRecord(wish))
        .hasMessageContaining("birthDate là 2090-**-** (cần: từ 1900-01-01 đến ");
    assertThat(record().getVersion()).isEqualTo(1);
  }

  @Test
  void correct_makesNothingElseOfTheRecordNewer() throws Exception {
    load(
        "app",
        "application/jsonl",
        """
        {"id":"p1","full name":"Nguyễn Thị Bưởi","phone":"0381234567","email":"moi@x.vn"}
        """);
    var before = others();
    assertThat(value("email").getValue()).isEqualTo("moi@x.vn");

    correct(Map.of("birthYear", "1991"));

    assertThat(others()).isEqualTo(before);
  }

  /** All that is chosen for the person besides what is corrected. */
  private Map<String, Profile.Value> others() {
    var values = new HashMap<>(person().getValuesMap());
    values.remove("birthYear");
    return values;
  }

  @Test
  void correct_notesTheFieldsThatItChanges_notThoseOfBefore() {
    correct(Map.of("birthYear", "1991"));
    correct(Map.of("email", "buoi@y.vn"));

    var notes =
        f.database
            .getCollection("auditNotes")
            .find(new Document("resource", RECORD))
            .map(Document::toJson)
            .into(new ArrayList<>());
    assertThat(notes)
        .filteredOn(note -> note.contains("RECORD_CORRECTED") && note.contains("email"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .doesNotContain("birthYear");
  }

  @Test
  void correct_toWhatTheSourceSays_notesTheField() {
    correct(Map.of("birthYear", "1992"));

    var notes =
        f.database
            .getCollection("auditNotes")
            .find(new Document("resource", RECORD))
            .map(Document::toJson)
            .into(new ArrayList<>());
    assertThat(notes)
        .filteredOn(note -> note.contains("RECORD_CORRECTED"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"fields\": [\"birthYear\"]");
  }

  @Test
  void correct_ofADay_setsTheYearThatItHas_andTakesItAlong() {
    correct(Map.of("birthYear", ""));
    assertThat(correct(Map.of("birthDate", "1991-02-03")).getValuesMap())
        .containsEntry("birthYear", "1991");
    assertThat(correct(Map.of("birthDate", "1990-02-03")).getValuesMap())
        .containsEntry("birthYear", "1990");

    assertThat(correct(Map.of("birthDate", "")).getValuesMap()).doesNotContainKey("birthYear");
  }

  /** The source's column holds the name in one. */
  @Test
  void correct_ofAPartOfANameThatIsSaidInOne_isRefused_namingIt_andTheWhole() {
    for (var part : List.of(Map.of("surname", "Trần"), Map.of("middleName", "Văn"))) {
      assertThatThrownBy(() -> correct(part))
          .hasMessageContaining(
              "INVALID_ARGUMENT: " + part.keySet().iterator().next() + " is a part of a name")
          .hasMessageContaining("expected: fullName set right too");
    }
    var vietnamese =
        SourceServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.DATA_WITH_PURPOSE, Locale.forLanguageTag("vi")));
    assertThatThrownBy(() -> vietnamese.correctRecord(wish(RECORD, Map.of("surname", "Trần"))))
        .hasMessageContaining("surname là một phần của họ tên")
        .hasMessageContaining("sửa cả fullName");
    assertThat(record().getVersion()).isEqualTo(1);

    assertThat(correct(Map.of("givenName", "", "birthYear", "1991")).getValuesMap())
        .containsEntry("fullName", "Nguyễn Thị Bưởi");
    assertThat(correct(Map.of("surname", "Trần", "fullName", "Trần Thị Bưởi")).getValuesMap())
        .containsEntry("fullName", "Trần Thị Bưởi")
        .containsEntry("surname", "Trần");
  }

  @Test
  void correct_ofAPartThatTheWholeNameHasInItsPlace_isTaken_andLeavesTheWhole() {
    assertThat(correct(Map.of("surname", "Nguyễn")).getValuesMap())
        .containsEntry("surname", "Nguyễn")
        .containsEntry("fullName", "Nguyễn Thị Bưởi");
    assertThatThrownBy(() -> correct(Map.of("middleName", "Nguyễn", "givenName", "Bưởi")))
        .hasMessageContaining("middleName is a part of a name")
        .hasMessageNotContaining("givenName is a part of a name");

    var named = correct(Map.of("middleName", "Thị", "givenName", "Bưởi"));

    assertThat(named.getCorrectedMap())
        .isEqualTo(Map.of("surname", "", "middleName", "", "givenName", ""));
    assertThat(value("givenName").getValue()).isEqualTo("Bưởi");
  }

  @Test
  void correct_ofAPartOfANameThatIsSaidInParts_makesTheWholeOfThem() throws Exception {
    load("app", "text/csv", "id,Họ,Tên\n1,Nguyên,An\n");
    var name = "sources/app/records/1";

    assertThat(correct(name, Map.of("surname", "Nguyễn")).getValuesMap())
        .containsEntry("fullName", "Nguyễn An");
    assertThat(correct(name, Map.of("middleName", "Thị")).getValuesMap())
        .containsEntry("fullName", "Nguyễn Thị An");
    assertThat(correct(name, Map.of("givenName", "")).getValuesMap())
        .containsEntry("fullName", "Nguyễn Thị");
    load("app", "text/csv", "id,Họ,Tên\n1,Nguyên,Hoa\n");

    var get = GetRecordRequest.newBuilder().setName(name).build();
    assertThat(sources(ProfilesFixture.DATA_WITH_PURPOSE).getRecord(get).getValuesMap())
        .containsEntry("fullName", "Nguyễn Thị Hoa");
  }

  @Test
  void aLoad_thatSaysAnotherDayOfTheYear_endsTheYearThatFollowedTheDay() throws Exception {
    load("app", "text/csv", "id,Họ và tên,Ngày sinh\n1,Nguyễn An,03/02/1990\n");
    var name = "sources/app/records/1";
    assertThat(correct(name, Map.of("birthDate", "1991-02-03")).getValuesMap())
        .containsEntry("birthYear", "1991");

    load("app", "text/csv", "id,Họ và tên,Ngày sinh\n1,Nguyễn An,13/02/1990\n");

    var get = GetRecordRequest.newBuilder().setName(name).build();
    var now = sources(ProfilesFixture.DATA_WITH_PURPOSE).getRecord(get);
    assertThat(now.getValuesMap())
        .containsEntry("birthDate", "1990-02-13")
        .containsEntry("birthYear", "1990");
    assertThat(now.getCorrectedMap()).isEmpty();
  }

  @Test
  void correct_ofADayAndAYearThatContradictEachOther_isRefused_namingBoth() {
    assertThatThrownBy(() -> correct(Map.of("birthDate", "1991-02-03")))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("birthDate is 1991-**-** and birthYear is 1992");
    assertThatThrownBy(() -> correct(Map.of("birthDate", "1990-02-03", "birthYear", "1989")))
        .hasMessageContaining("values.birthDate, values.birthYear");
    assertThat(record().getVersion()).isEqualTo(1);

    correct(Map.of("birthDate", "1991-02-03", "birthYear", "1991"));

    assertThatThrownBy(() -> correct(Map.of("birthYear", "1990")))
        .hasMessageContaining("birthDate is 1991-**-** and birthYear is 1990");
    var vietnamese =
        SourceServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.DATA_WITH_PURPOSE, Locale.forLanguageTag("vi")));
    assertThatThrownBy(() -> vietnamese.correctRecord(wish(RECORD, Map.of("birthYear", "1990"))))
        .hasMessageContaining("birthDate là 1991-**-** còn birthYear là 1990 (cần: cùng một năm");
    assertThat(record().getValuesMap())
        .containsEntry("birthDate", "1991-02-03")
        .containsEntry("birthYear", "1991");
    assertThat(correct(Map.of("birthDate", "1991-03-02")).getVersion()).isEqualTo(3);
  }

  @Test
  void record_correctedWhereTheSourceSaidNothing_isRead_byThoseWhoSeeItMasked() {
    correct(Map.of("birthDate", "1990-02-01", "birthYear", "1990", "province", "Huế"));

    var get = GetRecordRequest.newBuilder().setName(RECORD).build();
    var masked = sources(ProfilesFixture.DATA).getRecord(get);

    assertThat(masked.getValuesMap()).containsEntry("birthDate", "1990-**-**");
    assertThat(masked.getCorrectedMap())
        .containsEntry("birthDate", "")
        .containsEntry("province", "");
  }

  @Test
  void access_tellsWhatWasSetRight_besideWhatTheSourceSays() {
    correct(Map.of("email", "buoi@y.vn", "birthYear", ""));

    var request = ExportPersonalDataRequest.newBuilder().setName(buoi).build();
    var item =
        privacy().exportPersonalData(request).getPartsList().stream()
            .flatMap(part -> part.getItemsList().stream())
            .filter(each -> each.getResource().equals(RECORD))
            .findFirst()
            .orElseThrow();

    var values = item.getValues().getFieldsMap();
    assertThat(values.get("Email").getStringValue()).isEqualTo("buoi@x.vn");
    assertThat(values.get("corrected.email").getStringValue()).isEqualTo("buoi@y.vn");
    assertThat(values.get("corrected.birthYear").getStringValue()).isEmpty();
    assertThat(values).doesNotContainKey("corrected.fullName");
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

  private Profile person() {
    return profiles(ProfilesFixture.DATA_WITH_PURPOSE)
        .getProfile(GetProfileRequest.newBuilder().setName(buoi).build());
  }

  private Profile.Value value(String field) {
    return person().getValuesOrThrow(field);
  }
}
