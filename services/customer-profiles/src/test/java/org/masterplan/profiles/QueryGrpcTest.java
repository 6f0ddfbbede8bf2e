package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.profiles.v1.BatchCreateDealingsRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.ListProfilesResponse;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class QueryGrpcTest extends ProfilesCalls {
  private final String today = Instant.now().minus(Duration.ofMinutes(5)).toString();
  private String buoi = "";
  private String binh = "";
  private String other = "";

  @BeforeEach
  void people() throws Exception {
    loadBoth();
    buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    binh = lookup(ProfilesFixture.DATA, "0912345678").getName();
    other = lookup(ProfilesFixture.DATA, "0987654322").getName();
  }

  @Test
  void people_areListedByTheCommunityTheyAreIn() {
    f.plan.members.addAll(List.of(buoi, other));

    assertThat(found("community = \"communities/me-bim\"")).containsExactlyInAnyOrder(buoi, other);
    assertThat(found("community = \"communities/me-bim\" AND has_email = true"))
        .containsExactly(buoi);
    assertThat(found("community = \"communities/me-bim\" buo")).containsExactly(buoi);
    assertThat(found("community = \"communities/me-bim\" AND NOT segment = \"segments/young\""))
        .containsExactly(other);
  }

  @Test
  @Tag("cap-7")
  void cap007_oneQueryOverAllSources_saysWhatItWasDrawnFrom_asOfWhen_andHowMuchItCovers() {
    create("empty");
    f.plan.members.addAll(List.of(buoi, other));

    var lineage = list("community = \"communities/me-bim\"").getLineage();

    assertThat(lineage.getSourcesList())
        .extracting(part -> part.getSource() + " " + part.getRecords())
        .containsExactly("sources/shop 2", "sources/crm 1");
    assertThat(lineage.getSourcesList()).allMatch(part -> part.hasLoadTime());
    assertThat(lineage.getCommunitiesList()).containsExactly("communities/me-bim");
    assertThat(lineage.getSourcesRegistered()).isEqualTo(3);
    assertThat(lineage.getSourcesAnswering()).isEqualTo(2);
    assertThat(lineage.getSourcesCoverage()).isEqualTo(2 / 3.0);
    assertThat(lineage.getRows()).isEqualTo(5);
    assertThat(lineage.getRecords()).isEqualTo(4);
    assertThat(lineage.getCoverage()).isEqualTo(.8);
    assertThat(lineage.hasAsOfTime()).isTrue();
  }

  private ListProfilesResponse list(String filter) {
    return profiles(ProfilesFixture.DATA)
        .listProfiles(ListProfilesRequest.newBuilder().setFilter(filter).build());
  }

  @Test
  void people_areListedByWhatTheyAgreeTo_untilTheyWithdraw() {
    agree(buoi, "EMAIL");
    agree(binh, "EMAIL");
    agree(binh, "SMS");

    assertThat(found("consent = \"MARKETING/EMAIL\"")).containsExactlyInAnyOrder(buoi, binh);
    assertThat(found("consent = \"MARKETING/EMAIL\" AND NOT consent = \"MARKETING/SMS\""))
        .containsExactly(buoi);
    consents()
        .withdrawConsent(
            WithdrawConsentRequest.newBuilder().setName(buoi).setReason("no more").build());
    assertThat(found("consent = \"MARKETING/EMAIL\"")).containsExactly(binh);
    assertThat(found("consent = \"SURVEY/EMAIL\"")).isEmpty();
  }

  @Test
  void people_areListedAndOrderedByTheirValue_unknownIsNot0() {
    did(Map.of("id", "1", "phone", "0381234567", "amount", "300000"));
    did(Map.of("id", "2", "phone", "0912345678", "amount", "900000"));

    assertThat(found("value >= 0")).containsExactlyInAnyOrder(buoi, binh);
    assertThat(found("value > 300000")).containsExactly(binh);
    assertThat(ordered("value >= 0", "value desc")).containsExactly(binh, buoi);
    assertThat(ordered("value:*", "value")).containsExactly(buoi, binh);
  }

  @Test
  void people_areListedByHowCloseTheyAre_toTheCommunityThatIsNamed() {
    f.plan.members.addAll(List.of(buoi, binh));
    did(Map.of("phone", "0381234567", "community", "me-bim", "kind", "EVENT"));
    did(Map.of("phone", "0912345678", "community", "other", "kind", "EVENT"));

    assertThat(found("relation > 0.2")).containsExactlyInAnyOrder(buoi, binh);
    assertThat(found("community = \"communities/me-bim\" AND relation > 0.2"))
        .containsExactly(buoi);
    assertThat(found("relation > 0.9")).isEmpty();
  }

  @Test
  void aList_isPagedInItsOrder() {
    f.plan.members.addAll(List.of(buoi, binh, other));
    var asked =
        ListProfilesRequest.newBuilder()
            .setFilter("community = \"communities/me-bim\"")
            .setOrderBy("records desc")
            .setPageSize(2);

    var first = profiles(ProfilesFixture.CMO).listProfiles(asked.build());
    var second =
        profiles(ProfilesFixture.CMO)
            .listProfiles(asked.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getProfilesList()).hasSize(2).first().isEqualTo(sheet(first, buoi));
    assertThat(second.getProfilesList()).hasSize(1);
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void people_areListedByWhetherTheyAreInAnySegment_butNoSegmentIsMoreThanAnother() {
    assertThat(found("segment:*")).containsExactly(buoi);
    assertThat(found("NOT segment:*")).containsExactlyInAnyOrder(binh, other);
    for (var op : List.of(">", ">=", "<", "<=")) {
      assertThatThrownBy(() -> found("segment " + op + " \"segments/young\""))
          .as(op)
          .hasMessageContaining("INVALID_ARGUMENT");
    }
  }

  @Test
  void aFilterThatRequiresNothingOfThat_isRefused() {
    for (var wide :
        List.of("NOT value > 5", "value > 5 OR has_email = true", "NOT consent = \"A/B\"")) {
      assertThatThrownBy(() -> found(wide)).as(wide).hasMessageContaining("INVALID_ARGUMENT");
    }
    assertThatThrownBy(() -> ordered("", "value desc")).hasMessageContaining("INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gender = WOMAN              | gender  | WOMAN | MALE, FEMALE",
        "has_email = true gender:WOM | gender  | WOM   | MALE, FEMALE",
        "segment = \"segments/nobody\" | segment | segments/nobody | segments/young",
        "NOT segment:nobody          | segment | nobody | segments/young",
        "source = crm                | source  | crm   | sources/{id}",
        "source = \"source/crm\"      | source  | source/crm | sources/{id}",
        "segment = young             | segment | young | segments/{id}",
        "NOT community = me-bim      | community | me-bim | communities/{id}",
        "consent = EMAIL             | consent | EMAIL | MARKETING/EMAIL",
        "consent = \"a/b\"           | consent | a/b   | MARKETING/EMAIL",
      })
  void aWordThatAFieldCannotBe_isRefused_namingFieldValueAndWhatWasExpected(
      String filter, String field, String value, String expected) {
    assertThatThrownBy(() -> found(filter))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(field + " is \"" + value + "\"")
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 01681234567",
    "phone, 0381 234 567",
    "phone, +84 (38) 123-4567",
    "phone, 84381234567",
    "email, BUOI@X.VN",
    "email, ' buoi@x.vn '",
    "id, 001192000018",
    "id, 0011 9200 0018",
    "handle, facebook:buoi.nguyen",
    "handle, buoi.nguyen",
  })
  void anIdentifier_isFoundInAnyNotation(String kind, String typed) throws Exception {
    load(
        "page",
        "text/csv",
        "Mã KH,Họ và tên,SĐT,CCCD,Facebook\n7,Nguyễn Thị Bưởi,0381234567,001192000018,buoi.nguyen\n");
    var asked = LookupProfileRequest.newBuilder();
    switch (kind) {
      case "phone" -> asked.setPhone(typed);
      case "email" -> asked.setEmail(typed);
      case "id" -> asked.setNationalId(typed);
      default -> asked.setHandle(typed);
    }

    var found = profiles(ProfilesFixture.DATA).lookupProfile(asked.build());

    assertThat(found.getName()).isEqualTo(buoi);
  }

  @ParameterizedTest
  @CsvSource({
    "facebook:lan.99, 1",
    "FB:Lan.99, 1",
    "zalo:lan.99, 2",
    "zalo:@lan.99, 2",
    "own-site:lan.99, 3",
    "owned_site:lan.99, 3",
    "voz:lan.99, 5",
  })
  void aHandleOnAPlatform_isFoundThere_andNotOnAnother(String typed, int record) throws Exception {
    fiveOfOneHandle();

    var found = called(typed);

    assertThat(found.getRecordsList()).containsExactly("sources/accounts/records/" + record);
    assertThat(found.getAlsoList()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lan.99", "@lan.99", "LAN.99"})
  void aHandleAlone_isFoundOnEveryPlatform(String typed) throws Exception {
    fiveOfOneHandle();

    assertThat(called(typed).getAlsoList()).hasSize(4);
  }

  @Test
  void aSourceThatThereIsNot_isNobodys() {
    assertThat(found("source = \"sources/nope\"")).isEmpty();
  }

  @Test
  void aHandleOnAPlatformWhereNobodyGoesByIt_isNobodys() throws Exception {
    fiveOfOneHandle();

    assertThatThrownBy(() -> called("tiktok:lan.99")).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> called("tiktok:")).hasMessageContaining("INVALID_ARGUMENT");
  }

  @Test
  void aHandleOnNoPlatformOfThePlan_isRefused_namingFieldValueAndWhatIsExpected() {
    assertThatThrownBy(() -> called("facebok:lan.99"))
        .hasMessageContaining("INVALID_ARGUMENT: handle begins with \"facebok\" (expected: ")
        .hasMessageContaining("own-site, facebook, zalo");
    var asked = LookupProfileRequest.newBuilder().setHandle("facebok:lan.99").build();
    var vietnamese =
        ProfileServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.DATA, Locale.forLanguageTag("vi")));
    assertThatThrownBy(() -> vietnamese.lookupProfile(asked))
        .hasMessageContaining("handle bắt đầu bằng \"facebok\" (cần tên nền tảng");
  }

  /** Five who share nothing else, the last but one of no platform that anybody said. */
  private void fiveOfOneHandle() throws Exception {
    load(
        "accounts",
        "text/csv",
        """
        Mã KH,Họ và tên,SĐT,Nick
        1,Lê Lan,0912000001,facebook:lan.99
        2,Trần Lan Anh,0912000002,zalo:@lan.99
        3,Phạm Mai Lan,0912000003,owned_site:lan.99
        4,Võ Lan Chi,0912000004,lan.99
        5,Đỗ Lan Ngọc,0912000005,voz:lan.99
        """);
  }

  private Profile called(String handle) {
    var asked = LookupProfileRequest.newBuilder().setHandle(handle).build();
    return profiles(ProfilesFixture.DATA).lookupProfile(asked);
  }

  private static Profile sheet(org.masterplan.profiles.v1.ListProfilesResponse page, String name) {
    return page.getProfilesList().stream()
        .filter(profile -> profile.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> found(String filter) {
    return ordered(filter, "");
  }

  private List<String> ordered(String filter, String order) {
    var asked = ListProfilesRequest.newBuilder().setFilter(filter).setOrderBy(order).build();
    return profiles(ProfilesFixture.CMO).listProfiles(asked).getProfilesList().stream()
        .map(Profile::getName)
        .toList();
  }

  private void did(Map<String, String> cells) {
    var row = BatchCreateDealingsRequest.Row.newBuilder().putAllCells(cells);
    row.putCells("time", today);
    var answer =
        DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
            .batchCreateDealings(BatchCreateDealingsRequest.newBuilder().addRows(row).build());
    assertThat(answer.getImported()).as(cells.toString()).isEqualTo(1);
  }

  private void agree(String profile, String channel) {
    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(profile)
                .setPurpose("MARKETING")
                .setChannel(channel)
                .setEvidence("form")
                .build());
  }
}
