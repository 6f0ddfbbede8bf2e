package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.Record;

/** Of two values of one person that were set right, the later one counts. */
class CorrectedTwiceTest extends ProfilesCalls {
  private static final String CRM_1 = "sources/crm/records/1";
  private static final String SHOP_1 = "sources/shop/records/a~2F1";

  @BeforeEach
  void twoDatabases() throws Exception {
    loadBoth();
  }

  @Test
  void theLaterOneCounts_afterTheFirstOnesSource_saysSomethingElse() throws Exception {
    correct(CRM_1, Map.of("province", "Huế"));
    correct(SHOP_1, Map.of("province", "Đà Nẵng"));
    var before = value("province");
    assertThat(before.getValue()).isEqualTo("Đà Nẵng");

    load("crm", "text/csv", CRM.replace("buoi@x.vn", "buoi@y.vn"));

    assertThat(record(CRM_1).getVersion()).isEqualTo(3);
    assertThat(record(CRM_1).getValuesMap()).containsEntry("province", "Huế");
    assertThat(value("province")).isEqualTo(before);
  }

  @Test
  void theLaterOneCounts_whereTheFirstOneIsLonger() {
    correct(CRM_1, Map.of("fullName", "Nguyễn Thị Ngọc Bưởi"));
    correct(SHOP_1, Map.of("fullName", "Nguyễn Bưởi"));

    assertThat(value("fullName").getValue()).isEqualTo("Nguyễn Bưởi");
    assertThat(value("fullName").getRule()).isEqualTo("CORRECTED");
  }

  @Test
  void theLaterOneCounts_afterAnotherFieldOfTheFirst_isSetRight() {
    correct(CRM_1, Map.of("province", "Huế"));
    correct(SHOP_1, Map.of("province", "Đà Nẵng"));

    correct(CRM_1, Map.of("email", "buoi@y.vn"));

    assertThat(value("province").getValue()).isEqualTo("Đà Nẵng");
  }

  @Test
  void theLaterOneCounts_whereItIsWhatItsSourceSays() {
    correct(SHOP_1, Map.of("birthYear", "1991"));
    correct(CRM_1, Map.of("birthYear", "1990"));

    correct(CRM_1, Map.of("birthYear", "1992"));

    assertThat(record(CRM_1).getCorrectedMap()).isEmpty();
    assertThat(value("birthYear").getValue()).isEqualTo("1992");
    assertThat(value("birthYear").getRule()).isEqualTo("CORRECTED");
  }

  @Test
  void whatIsSetRightToWhatItsSourceSays_counts_untilThatSaysSomethingElse() throws Exception {
    correct(SHOP_1, Map.of("birthYear", "1991"));

    correct(CRM_1, Map.of("birthYear", "1992"));
    correct(CRM_1, Map.of("birthYear", "1992"));
    load("crm", "text/csv", CRM);

    assertThat(record(CRM_1).getVersion()).isEqualTo(2);
    assertThat(value("birthYear").getValue()).isEqualTo("1992");
    load("crm", "text/csv", CRM.replace("1992", "1989"));
    assertThat(value("birthYear").getValue()).isEqualTo("1991");
  }

  private void correct(String record, Map<String, String> values) {
    var wish =
        CorrectRecordRequest.newBuilder()
            .setName(record)
            .putAllValues(values)
            .setReason("request 1");
    sources(ProfilesFixture.DATA_WITH_PURPOSE).correctRecord(wish.build());
  }

  private Record record(String name) {
    return sources(ProfilesFixture.DATA_WITH_PURPOSE)
        .getRecord(GetRecordRequest.newBuilder().setName(name).build());
  }

  private Profile.Value value(String field) {
    return profiles(ProfilesFixture.DATA_WITH_PURPOSE)
        .getProfile(GetProfileRequest.newBuilder().setName(record(CRM_1).getProfile()).build())
        .getValuesOrThrow(field);
  }
}
