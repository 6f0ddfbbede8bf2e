package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.touch.app.Surveying;
import org.masterplan.profiles.touch.domain.Touch;
import org.masterplan.profiles.v1.BatchCreateDealingsRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.FragmentationServiceGrpc;
import org.masterplan.profiles.v1.FragmentationSummary;
import org.masterplan.profiles.v1.GetFragmentationSummaryRequest;
import org.masterplan.profiles.v1.GetProfileFragmentationRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.ProfileFragmentation;
import org.masterplan.profiles.v1.ProfileFragmentation.Toucher;

class FragmentationGrpcTest extends ProfilesCalls {
  private static final String BUOI = "0381234567";
  private static final String BINH = "0912345678";
  private final Instant now = Instant.now();
  private final String today = now.minus(Duration.ofMinutes(5)).toString();
  private final String before = now.minus(Duration.ofDays(91)).toString();

  /**
   * By hand: beer wrote to Bưởi on two channels, snack on one; water owns the community that she
   * spoke in, and her order came from the shop's database, which dairy keeps. So 4 units. The
   * messages were for me-bim, where she has a seat, and for ong-bo, where she has none; she spoke
   * in an-dam: 2 communities. Beer by text and by e-mail, snack by e-mail: 3 voices.
   */
  @Test
  @Tag("cap-4")
  void cap004_theIndex_equalsTheHandCount() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    var buoi = name(BUOI);
    f.plan.units.put("communities/an-dam", "businessUnits/water");
    f.plan.seats.put(buoi, Set.of("communities/me-bim"));
    f.plan.contacts.put(
        buoi,
        List.of(
            contact("businessUnits/beer", "SMS", 2, "communities/me-bim", "communities/ong-bo"),
            contact("businessUnits/beer", "EMAIL", 1),
            contact("businessUnits/snack", "EMAIL", 1, "communities/me-bim")));
    act(BUOI, "an-dam", today);
    bring("text/csv", "id,time,source,record,amount\nA-1,%s,shop,a/1,5\n".formatted(today));
    // Too long ago.
    act(BUOI, "bia-hoi", before);

    var index = index(ProfilesFixture.CMO, buoi);

    assertThat(index.getUnits()).isEqualTo(4);
    assertThat(index.getCommunities()).isEqualTo(2);
    assertThat(index.getVoices()).isEqualTo(3);
    assertThat(index.getUnattributed()).isZero();
    assertThat(index.getMissingList()).isEmpty();
    assertThat(index.getUnitTouchesList())
        .extracting(Toucher::getName, Toucher::getContacts, Toucher::getDeeds)
        .containsExactlyInAnyOrder(
            tuple("businessUnits/beer", 3, 0),
            tuple("businessUnits/snack", 1, 0),
            tuple("businessUnits/water", 0, 1),
            tuple("businessUnits/dairy", 0, 1));
    assertThat(index.getCommunityTouchesList())
        .extracting(Toucher::getName, Toucher::getContacts, Toucher::getDeeds)
        .containsExactlyInAnyOrder(
            tuple("communities/me-bim", 3, 0), tuple("communities/an-dam", 0, 1));
    assertVoices(index);
  }

  private static void assertVoices(ProfileFragmentation index) {
    assertThat(index.getVoiceTouchesList())
        .extracting(Toucher::getName, Toucher::getChannel, Toucher::getContacts)
        .containsExactlyInAnyOrder(
            tuple("businessUnits/beer", "SMS", 2),
            tuple("businessUnits/beer", "EMAIL", 1),
            tuple("businessUnits/snack", "EMAIL", 1));
  }

  @Test
  @Tag("cap-4")
  void cap004_aMergedPerson_isCountedByEveryNameTheyHad() throws Exception {
    loadBoth();
    f.plan.contacts.put(name(BUOI), List.of(contact("businessUnits/dairy", "SMS", 1)));
    f.plan.contacts.put(name(BINH), List.of(contact("businessUnits/beer", "SMS", 1)));
    act(BINH, "an-dam", today);
    profiles(ProfilesFixture.DATA)
        .mergeProfiles(
            MergeProfilesRequest.newBuilder()
                .addProfiles(name(BUOI))
                .addProfiles(name(BINH))
                .setReason("one person")
                .build());

    var index = index(ProfilesFixture.CMO, name(BUOI));

    assertThat(index.getUnits()).isEqualTo(2);
    assertThat(index.getCommunities()).isEqualTo(1);
    // Nobody on the plan keeps that community.
    assertThat(index.getUnattributed()).isEqualTo(1);
  }

  @Test
  @Tag("cap-4")
  void cap004_whileAServiceIsAway_nothingIsKnown_andTheAnswerSaysSo() throws Exception {
    loadBoth();
    act(BUOI, "an-dam", today);
    f.plan.away.add("message-governance");

    var index = index(ProfilesFixture.CMO, name(BUOI));

    assertThat(index.hasUnits() || index.hasCommunities() || index.hasVoices()).isFalse();
    assertThat(index.getUnitTouchesList()).isEmpty();
    assertThat(index.getMissingList()).containsExactly("message-governance");
    assertThat(summary().getBucketsList()).isEmpty();
    assertThat(summary().getMissingList()).containsExactly("message-governance");
    f.plan.away.add("community-registry");
    assertThat(index(ProfilesFixture.CMO, name(BUOI)).getMissingList())
        .containsExactly("message-governance", "community-registry");
  }

  @Test
  @Tag("cap-4")
  void cap004_theSummary_countsPeopleByTheirUnits() throws Exception {
    loadBoth();
    f.plan.contacts.put(
        name(BUOI),
        List.of(
            contact("businessUnits/dairy", "SMS", 9),
            contact("businessUnits/beer", "SMS", 1),
            contact("businessUnits/water", "SMS", 1)));
    f.plan.contacts.put(name(BINH), List.of(contact("businessUnits/dairy", "ZALO", 1)));

    var summary = summary();

    // Three people: Bưởi, and two men of one name who share no key.
    assertThat(summary.getSampled()).isEqualTo(3);
    assertThat(summary.getPeople()).isEqualTo(3);
    assertThat(summary.getBucketsList())
        .extracting(FragmentationSummary.Bucket::getUnits, FragmentationSummary.Bucket::getPeople)
        .containsExactly(tuple(0, 1L), tuple(1, 1L), tuple(2, 0L), tuple(3, 1L), tuple(5, 0L));
    assertThat(summary.getBuckets(3).getMostUnits()).isEqualTo(4);
    assertThat(summary.getBuckets(4).hasMostUnits()).isFalse();
    // Everybody was looked at, so there is nothing to guess.
    assertThat(summary.getBuckets(0).getLow()).isEqualTo(summary.getBuckets(0).getHigh());
  }

  @Test
  void theSummary_whileAServiceIsAway_isNotAskedForByEverybodyAtOnce() throws Exception {
    loadBoth();
    var clock = TestClock.at(now);
    var surveying =
        new Surveying(
            f.dealings.touches(f.stored, f.plan),
            f.stored.reading,
            f.stored.identity,
            clock,
            Duration.ofMinutes(10));
    f.plan.away.add("message-governance");
    assertThat(surveying.found().missing()).containsExactly("message-governance");
    f.plan.away.clear();

    assertThat(surveying.found().missing()).containsExactly("message-governance");
    clock.advance(Duration.ofSeconds(5));
    var known = surveying.found();
    assertThat(known.sampled()).isEqualTo(3);
    clock.advance(Duration.ofMinutes(9));
    assertThat(surveying.found()).isSameAs(known);
  }

  @Test
  void aUnit_isToldOfItsOwnPeopleOnly_andOfNoSummary() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");

    assertThat(index(ProfilesFixture.DAIRY, name(BUOI)).getProfile()).isEqualTo(name(BUOI));
    assertThatThrownBy(() -> index(ProfilesFixture.DAIRY, name(BINH)))
        .hasMessageContaining("NOT_FOUND");
    var stub = FragmentationServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DAIRY));
    var all = GetFragmentationSummaryRequest.getDefaultInstance();
    assertThatThrownBy(() -> stub.getFragmentationSummary(all))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  /** Beer wrote to her, too, and she spoke in water's community: neither is the dairy's to know. */
  @Test
  @Tag("cap-4")
  void cap004_aUnit_isToldOfItsOwnTouchesOnly() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    var buoi = name(BUOI);
    f.plan.units.put("communities/an-dam", "businessUnits/water");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    f.plan.contacts.put(
        buoi,
        List.of(
            contact("businessUnits/beer", "SMS", 2), contact("businessUnits/dairy", "EMAIL", 1)));
    act(BUOI, "an-dam", today);
    act(BUOI, "me-bim", today);
    act(BUOI, "nobodys", today);
    bring("text/csv", "id,time,source,record,amount\nA-1,%s,shop,a/1,5\n".formatted(today));

    var index = index(ProfilesFixture.DAIRY, buoi);

    assertThat(index.getOwnUnitsOnly()).isTrue();
    assertThat(index.getUnitTouchesList())
        .extracting(Toucher::getName, Toucher::getContacts, Toucher::getDeeds)
        .containsExactly(tuple("businessUnits/dairy", 1, 2));
    assertThat(index.getCommunityTouchesList())
        .extracting(Toucher::getName)
        .containsExactly("communities/me-bim");
    assertThat(index.getVoiceTouchesList())
        .extracting(Toucher::getName, Toucher::getChannel)
        .containsExactly(tuple("businessUnits/dairy", "EMAIL"));
    assertThat(List.of(index.getUnits(), index.getCommunities(), index.getVoices()))
        .containsExactly(1, 1, 1);
    assertThat(index.getUnattributed()).isZero();
    var whole = index(ProfilesFixture.CMO, buoi);
    assertThat(whole.getOwnUnitsOnly()).isFalse();
    assertThat(whole.getUnits()).isEqualTo(3);
    assertThat(whole.getUnattributed()).isEqualTo(1);
  }

  private Touch.Contact contact(String unit, String channel, int times, String... communities) {
    var last = now.minus(Duration.ofDays(1));
    return new Touch.Contact(unit, channel, true, List.of(communities), times, last);
  }

  private String name(String phone) {
    return lookup(ProfilesFixture.DATA, phone).getName();
  }

  private void act(String phone, String community, String time) {
    var cells = Map.of("time", time, "phone", phone, "community", community, "kind", "POST");
    var row = BatchCreateDealingsRequest.Row.newBuilder().putAllCells(cells);
    var result =
        DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
            .batchCreateDealings(BatchCreateDealingsRequest.newBuilder().addRows(row).build());
    assertThat(result.getImported()).isEqualTo(1);
  }

  private ProfileFragmentation index(Actor actor, String profile) {
    return FragmentationServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getProfileFragmentation(
            GetProfileFragmentationRequest.newBuilder().setName(profile).build());
  }

  private FragmentationSummary summary() {
    return FragmentationServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.CMO))
        .getFragmentationSummary(GetFragmentationSummaryRequest.getDefaultInstance());
  }
}
