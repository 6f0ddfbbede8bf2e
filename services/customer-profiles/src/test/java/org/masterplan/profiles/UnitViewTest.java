package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.Profile;

/** A unit knows of people what its own sources say: the shop is its own, the CRM is not. */
class UnitViewTest extends ProfilesCalls {
  private static final Actor UNIT = ProfilesFixture.DAIRY;

  private String buoi = "";

  @BeforeEach
  void twoDatabases_oneOfTheUnit() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
  }

  @Test
  void aProfile_isWhatTheUnitsOwnSourcesSay() {
    var request = GetProfileRequest.newBuilder().setName(buoi).build();

    var whole = profiles(ProfilesFixture.DATA).getProfile(request);
    var seen = profiles(UNIT).getProfile(request);

    assertThat(whole.getValuesMap()).containsKeys("email", "birthYear");
    assertThat(whole.getRecordsList()).hasSize(2);
    assertThat(seen.getRecordsList()).containsExactly("sources/shop/records/a~2F1");
    assertThat(seen.getValuesMap()).containsKey("phone").doesNotContainKeys("email", "birthYear");
    assertThat(seen.getValuesMap().values())
        .allSatisfy(value -> assertThat(value.getSource()).isEqualTo("sources/shop"));
  }

  /** What only others know is found by no filter, and shows in nobody's absence either. */
  @ParameterizedTest
  @CsvSource({
    "birth_year = 1992, 1, 0",
    "NOT birth_year = 1992, 2, 2",
    "has_email = true, 1, 0",
    "has_phone = true, 3, 2",
    "buoi, 1, 1",
    "sources = 2, 1, 0",
    "sources = 1, 2, 2",
    "source = \"sources/crm\", 2, 0",
  })
  void aList_isOfThoseWhoFit_asTheUnitKnowsThem(String filter, int all, int own) {
    assertThat(list(ProfilesFixture.DATA, filter)).hasSize(all);
    assertThat(list(UNIT, filter)).hasSize(own);
  }

  /** Where else she sits is for those who keep these communities to know. */
  @Test
  void seats_areToldInTheUnitsOwnCommunities_byNameAndByKey() {
    f.seats.seats.add(SeatsStandIn.in("communities/bia-hoi"));
    f.seats.seats.add(SeatsStandIn.in("communities/nobodys"));
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    f.plan.units.put("communities/bia-hoi", "businessUnits/beer");
    var request = GetProfileRequest.newBuilder().setName(buoi).build();

    for (var seen : List.of(profiles(UNIT).getProfile(request), lookup(UNIT, "0381234567"))) {
      assertThat(seen.getMembershipsList())
          .extracting(Profile.Membership::getCommunity)
          .containsExactly("communities/me-bim");
      assertThat(seen.getMissingList()).isEmpty();
    }
    for (var office : List.of(ProfilesFixture.CMO, ProfilesFixture.DATA, ProfilesFixture.PRIVACY)) {
      assertThat(profiles(office).getProfile(request).getMembershipsList()).hasSize(3);
    }
    f.plan.units.put("communities/me-bim", "businessUnits/beer");
    assertThat(profiles(UNIT).getProfile(request).getMembershipsList()).isEmpty();
  }

  @Test
  void whileNobodyCanTellWhoseCommunitiesAre_seatsAreMissingForAUnit_andTheRestIsTold() {
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    var request = GetProfileRequest.newBuilder().setName(buoi).build();
    f.plan.away.add("community-registry");

    var seen = profiles(UNIT).getProfile(request);

    assertThat(seen.getMembershipsList()).isEmpty();
    assertThat(seen.getMissingList()).containsExactly("memberships");
    assertThat(seen.getValuesMap()).containsKey("phone");
    var whole = profiles(ProfilesFixture.DATA).getProfile(request);
    assertThat(whole.getMembershipsList()).hasSize(1);
    assertThat(whole.getMissingList()).isEmpty();
  }

  @Test
  void consents_areToldAboutWhatTheUnitCollectsFor() {
    agree(buoi, "MARKETING", "EMAIL");
    agree(buoi, "SERVICE", "SMS");

    var seen = lookup(UNIT, "0381234567");

    assertThat(lookup(ProfilesFixture.DATA, "0381234567").getConsentsList()).hasSize(2);
    assertThat(seen.getConsentsList()).hasSize(1);
    assertThat(seen.getConsents(0).getPurpose()).isEqualTo("SERVICE");
    assertThat(list(UNIT, "consent:\"MARKETING/EMAIL\"")).isEmpty();
    assertThat(list(UNIT, "consent:\"SERVICE/SMS\"")).hasSize(1);
    assertThat(list(ProfilesFixture.DATA, "consent:\"MARKETING/EMAIL\"")).hasSize(1);
  }

  /** Whether others know an address is not told either. */
  @Test
  void aLookUp_byWhatOnlyOthersKnow_isAnsweredLikeOneThatNobodyKnows() {
    var byOthers = refused("buoi@x.vn");
    var byNobody = refused("nobody@x.vn");

    assertThat(byOthers.getStatus().toString()).isEqualTo(byNobody.getStatus().toString());
    assertThat(lookup(UNIT, "0381234567").getName()).isEqualTo(buoi);
  }

  private StatusRuntimeException refused(String email) {
    var request = LookupProfileRequest.newBuilder().setEmail(email).build();
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> profiles(UNIT).lookupProfile(request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "create_time", "name", "name desc", "records"})
  void pages_bringEverybodyOnce_inAnyOrder(String order) {
    var names = new ArrayList<String>();
    var request = ListProfilesRequest.newBuilder().setPageSize(1).setOrderBy(order);
    do {
      var page = profiles(UNIT).listProfiles(request.build());
      page.getProfilesList().forEach(each -> names.add(each.getName()));
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());

    assertThat(names).containsExactlyInAnyOrderElementsOf(list(UNIT, ""));
    assertThat(names).hasSize(2).contains(buoi);
  }

  private List<String> list(Actor actor, String filter) {
    return profiles(actor).listProfiles(filtered(filter)).getProfilesList().stream()
        .map(Profile::getName)
        .toList();
  }
}
