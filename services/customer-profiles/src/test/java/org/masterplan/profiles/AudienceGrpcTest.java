package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.AudienceServiceGrpc;
import org.masterplan.profiles.v1.CommunityAudience;
import org.masterplan.profiles.v1.GetCommunityAudienceRequest;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class AudienceGrpcTest extends ProfilesCalls {
  @Test
  @Tag("cap-119")
  void cap119_knowledge_isThePartOfTheMembersWhoAreResolved() throws Exception {
    loadBoth();
    join("0381234567", "0912345678");
    f.plan.strangers = 6;

    var known = audience();

    assertThat(known.getListed()).isEqualTo(8);
    assertThat(known.getKnown()).isEqualTo(2);
    assertThat(known.getKnowledge()).isEqualTo(.25);
  }

  @Test
  @Tag("cap-119")
  void cap119_whereNothingIsListed_nobodyCanTell() {
    var unknown = audience();

    assertThat(unknown.hasKnowledge()).isFalse();
    assertThat(unknown.hasComplete()).isFalse();
    assertThat(unknown.getCompletenessList()).allMatch(field -> !field.hasShare());
  }

  @Test
  @Tag("cap-119")
  void cap119_twoNamesOfOnePerson_areOneKnownMember() throws Exception {
    loadBoth();
    join("0912345678", "0987654322");
    assertThat(audience().getKnown()).isEqualTo(2);
    profiles(ProfilesFixture.DATA)
        .mergeProfiles(
            MergeProfilesRequest.newBuilder()
                .addAllProfiles(f.plan.members)
                .setReason("same man")
                .build());

    assertThat(audience().getKnown()).isEqualTo(1);
  }

  @Test
  @Tag("cap-33")
  void cap033_completeness_isCountedFieldByField_overThoseWhoAreKnown() throws Exception {
    loadBoth();
    join("0381234567", "0987654322");

    var filled =
        audience().getCompletenessList().stream()
            .collect(
                Collectors.toMap(
                    CommunityAudience.Completeness::getField,
                    CommunityAudience.Completeness::getShare));

    assertThat(filled)
        .containsEntry("fullName", 1.0)
        .containsEntry("phone", 1.0)
        .containsEntry("email", .5)
        .containsEntry("birthYear", .5)
        .containsEntry("province", .0)
        .containsEntry("gender", .0);
    assertThat(audience().getComplete()).isEqualTo(.5);
  }

  @Test
  @Tag("cap-113")
  void cap113_whoCanBeReached_andWhoWas_areToldApart() throws Exception {
    loadBoth();
    join("0381234567", "0912345678", "0987654322");
    agree("0381234567", "EMAIL");
    agree("0381234567", "SMS");
    // Agreed to e-mail, but nobody knows an address.
    agree("0912345678", "EMAIL");
    f.plan.reached = OptionalLong.of(1);

    var known = audience();

    assertThat(known.getKnown()).isEqualTo(3);
    assertThat(known.getReachable()).isEqualTo(1);
    assertThat(
            known.getChannelsList().stream()
                .collect(
                    Collectors.toMap(
                        CommunityAudience.Reachable::getChannel,
                        CommunityAudience.Reachable::getPeople)))
        .containsEntry("EMAIL", 1L)
        .containsEntry("SMS", 1L)
        .containsEntry("ZALO", 0L);
    assertThat(known.getReached()).isEqualTo(1);
  }

  @Test
  void whoAgreedToAllChannels_isReachedByEach_butTheOneTakenBack() throws Exception {
    loadBoth();
    join("0381234567");
    agree("0381234567", "ALL");
    consents()
        .withdrawConsent(
            WithdrawConsentRequest.newBuilder()
                .setName(f.plan.members.getFirst())
                .setPurpose("MARKETING")
                .setChannel("SMS")
                .setReason("a letter")
                .build());

    var known = audience();

    assertThat(known.getReachable()).isEqualTo(1);
    assertThat(
            known.getChannelsList().stream()
                .collect(
                    Collectors.toMap(
                        CommunityAudience.Reachable::getChannel,
                        CommunityAudience.Reachable::getPeople)))
        .containsEntry("EMAIL", 1L)
        .containsEntry("CALL", 1L)
        .containsEntry("ZALO", 1L)
        .containsEntry("SMS", 0L);
  }

  @Test
  @Tag("cap-113")
  void cap113_whileGovernanceIsAway_reachedIsUnknown_andTheAnswerSaysSo() throws Exception {
    loadBoth();
    join("0381234567");
    f.plan.away.add("message-governance");

    var known = audience();

    assertThat(known.hasReached()).isFalse();
    assertThat(known.getMissingList()).containsExactly("reached");
    f.plan.away.add("community-registry");
    assertThatThrownBy(this::audience)
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAVAILABLE");
  }

  /** The shop is the dairy's, the CRM another's: what only the CRM says is not the dairy's. */
  @Test
  @Tag("cap-119")
  void cap119_aUnit_isToldWhatItsOwnSourcesSay_ofItsOwnCommunities() throws Exception {
    loadBoth();
    var rows = new StringBuilder("Mã KH,Họ và tên,SĐT\n");
    for (int i = 0; i < 30; i++) {
      rows.append("%d,Nguyễn Thị Số %d,09%08d\n".formatted(i, i, 12_345_600 + i));
    }
    load("page", "text/csv", rows.toString());
    for (int i = 0; i < 30; i++) {
      join("09%08d".formatted(12_345_600 + i));
    }
    join("0381234567", "0912345678");
    agree("0912345600", "SMS");
    agree("0381234567", "EMAIL");
    f.plan.reached = OptionalLong.of(31);
    collectedFor("shop", "MARKETING");
    collectedFor("page", "SERVICE");
    assertThatThrownBy(() -> audience(ProfilesFixture.DAIRY))
        .hasMessageContaining("PERMISSION_DENIED");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");

    var own = audience(ProfilesFixture.DAIRY);

    assertThat(own.getOwnSourcesOnly()).isTrue();
    assertThat(own.getTooFew()).isFalse();
    assertThat(own.getListed()).isEqualTo(32);
    assertThat(own.getKnown()).isEqualTo(31);
    assertThat(own.getReached()).isEqualTo(31);
    assertThat(filled(own)).containsEntry("phone", 31L).containsEntry("email", 0L);
    assertThat(own.hasReachable()).isFalse();
    var whole = audience();
    assertThat(whole.getOwnSourcesOnly()).isFalse();
    assertThat(whole.getKnown()).isEqualTo(32);
    assertThat(filled(whole)).containsEntry("phone", 32L).containsEntry("email", 1L);
    assertThat(whole.getReachable()).isEqualTo(2);
  }

  /**
   * Of 31 whom it knows, one has an e-mail address, 30 agreed to text messages, and 29 to calls.
   */
  @Test
  @Tag("cap-113")
  void cap113_aUnit_isToldNoCountOfAFew_norWhatItFollowsFrom() throws Exception {
    var rows = new StringBuilder("Mã KH,Họ và tên,SĐT,Email\n0,Đỗ Bưởi,0912345600,buoi@x.vn\n");
    for (int i = 1; i < 31; i++) {
      rows.append("%d,Nguyễn Thị Số %d,09%08d,\n".formatted(i, i, 12_345_600 + i));
    }
    load("page", "text/csv", rows.toString());
    for (int i = 0; i < 31; i++) {
      var phone = "09%08d".formatted(12_345_600 + i);
      join(phone);
      agree(phone, i < 29 ? "CALL" : "ZALO");
      agree(phone, i < 30 ? "SMS" : "ZALO");
    }
    f.plan.reached = OptionalLong.of(29);
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    collectedFor("page", "MARKETING");

    var own = audience(ProfilesFixture.DAIRY);

    assertThat(own.getKnown()).isEqualTo(31);
    assertThat(own.getReachable()).isEqualTo(31);
    assertThat(people(own)).containsExactlyInAnyOrder("EMAIL 0", "SMS 30", "ZALO -", "CALL -");
    assertThat(own.hasReached() || own.hasComplete()).isFalse();
    assertThat(own.getCompletenessList())
        .filteredOn(field -> field.getField().equals("email"))
        .singleElement()
        .satisfies(email -> assertThat(email.hasFilled() || email.hasShare()).isFalse());
    assertThat(filled(own)).containsEntry("phone", 31L);
    var whole = audience();
    assertThat(people(whole)).containsExactlyInAnyOrder("EMAIL 0", "SMS 30", "ZALO 2", "CALL 29");
    assertThat(filled(whole)).containsEntry("email", 1L);
    assertThat(whole.getReached()).isEqualTo(29);
    assertThat(whole.hasComplete()).isTrue();
  }

  private static Stream<String> people(CommunityAudience audience) {
    return audience.getChannelsList().stream()
        .map(way -> way.getChannel() + " " + (way.hasPeople() ? way.getPeople() : "-"));
  }

  @Test
  @Tag("cap-113")
  void cap113_aUnit_isToldNothingOfAFew() throws Exception {
    loadBoth();
    join("0381234567");
    agree("0381234567", "SMS");
    f.plan.reached = OptionalLong.of(1);
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    collectedFor("shop", "MARKETING");

    var own = audience(ProfilesFixture.DAIRY);

    assertThat(own.getTooFew()).isTrue();
    assertThat(own.getListed()).isEqualTo(1);
    assertThat(own.hasKnown() || own.hasReachable()).isFalse();
    assertThat(own.hasKnowledge() || own.hasComplete() || own.hasReached()).isFalse();
    assertThat(own.getCompletenessList()).isEmpty();
    assertThat(own.getChannelsList()).isEmpty();
    assertThat(audience(ProfilesFixture.SERVICE).getReachable()).isEqualTo(1);
  }

  private static Map<String, Long> filled(CommunityAudience audience) {
    return audience.getCompletenessList().stream()
        .collect(
            Collectors.toMap(
                CommunityAudience.Completeness::getField,
                CommunityAudience.Completeness::getFilled));
  }

  private void join(String... phones) {
    for (var phone : phones) {
      f.plan.members.add(lookup(ProfilesFixture.DATA, phone).getName());
    }
  }

  private void agree(String phone, String channel) {
    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(lookup(ProfilesFixture.DATA, phone).getName())
                .setPurpose("MARKETING")
                .setChannel(channel)
                .setEvidence("form")
                .build());
  }

  private CommunityAudience audience() {
    return audience(ProfilesFixture.CMO);
  }

  private CommunityAudience audience(Actor actor) {
    return AudienceServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getCommunityAudience(
            GetCommunityAudienceRequest.newBuilder().setName("communities/me-bim").build());
  }
}
