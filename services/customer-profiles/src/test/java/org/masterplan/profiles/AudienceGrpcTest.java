package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    return AudienceServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.CMO))
        .getCommunityAudience(
            GetCommunityAudienceRequest.newBuilder().setName("communities/me-bim").build());
  }
}
