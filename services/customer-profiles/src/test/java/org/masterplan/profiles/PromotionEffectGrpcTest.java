package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.effect.app.Trials.Trial;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.touch.domain.Touch;
import org.masterplan.profiles.v1.GetPromotionEffectRequest;
import org.masterplan.profiles.v1.PromotionEffect;
import org.masterplan.profiles.v1.PromotionEffect.Basis;
import org.masterplan.profiles.v1.PromotionEffect.Comparison;
import org.masterplan.profiles.v1.PromotionEffectServiceGrpc;

/**
 * 80 members; the first 40 were sent promotions, and the first 75 stand in a database of orders.
 */
class PromotionEffectGrpcTest extends ProfilesCalls {
  private static final int MEMBERS = 80;
  private static final int PROMOTED = 40;
  private static final int IN_SHOP = 75;
  private static final String ORDERS = "id,time,source,record,amount\n";
  private final Instant now = Instant.now();
  private final List<String> members = new ArrayList<>();

  @BeforeEach
  void members() throws Exception {
    load("shop", "text/csv", people(0, IN_SHOP));
    load("card", "text/csv", people(IN_SHOP, MEMBERS));
    for (int i = 0; i < MEMBERS; i++) {
      var name = lookup(ProfilesFixture.DATA, phone(i)).getName();
      members.add(name);
      f.plan.members.add(name);
      f.plan.contacts.put(name, List.of(contact(i < PROMOTED)));
    }
  }

  /**
   * By hand: the promoted spend 100,000 + 1,000 i, a mean of 119,500 over i = 0 to 39; the 35
   * others of the shop spend 50,000 each. The five of the card database, which brings no orders,
   * are known to nobody, and in no mean.
   */
  @Test
  @Tag("cap-53")
  void cap053_membersWithAndWithoutPromotions_areCompared_andToldToBeOnlyObserved()
      throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));

    var effect = effect(ProfilesFixture.CMO);

    assertThat(effect.getListed()).isEqualTo(MEMBERS);
    assertThat(effect.getSampled()).isEqualTo(MEMBERS);
    assertThat(effect.getSourcesList()).containsExactly("sources/shop");
    assertThat(effect.getComparisonsCount()).isEqualTo(1);
    var observed = effect.getComparisons(0);
    assertThat(observed.getBasis()).isEqualTo(Basis.OBSERVED);
    assertThat(observed.getMessage()).isEmpty();
    assertThat(observed.getPromoted().getMembers()).isEqualTo(40);
    assertThat(observed.getPromoted().getMeanRevenue().getUnits()).isEqualTo(119_500);
    assertThat(observed.getPromoted().getMeanRevenue().getCurrencyCode()).isEqualTo("VND");
    assertThat(observed.getOthers().getMembers()).isEqualTo(35);
    assertThat(observed.getOthers().getUnknown()).isEqualTo(5);
    assertThat(observed.getOthers().getMeanRevenue().getUnits()).isEqualTo(50_000);
    assertThat(observed.getDifference().getUnits()).isEqualTo(69_500);
    // The standard error is sqrt(136,666,667 / 40) = 1,848.4 at 39 degrees of freedom: t = 2.0227.
    assertThat(observed.getLow().getUnits()).isBetween(65_740L, 65_780L);
    assertThat(observed.getHigh().getUnits()).isBetween(73_220L, 73_260L);
    assertThat(observed.getTooFew()).isFalse();
  }

  @Test
  @Tag("cap-53")
  void cap053_aHoldOut_isToldApart_andCountsOrdersSinceTheMessage() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    bring("text/csv", orders(Duration.ofDays(20)).replace("A-", "B-"));
    var released = now.minus(Duration.ofDays(5));
    f.plan.trials.add(
        trial("messages/tet", released, names(0, 35), names(PROMOTED, PROMOTED + 32)));

    var effect = effect(ProfilesFixture.CMO);

    assertThat(effect.getComparisonsList())
        .extracting(Comparison::getBasis)
        .containsExactly(Basis.OBSERVED, Basis.HELD_OUT);
    var drawn = effect.getComparisons(1);
    assertThat(drawn.getMessage()).isEqualTo("messages/tet");
    assertThat(drawn.getPromoted().getMembers()).isEqualTo(35);
    assertThat(drawn.getPromoted().getMeanRevenue().getUnits()).isEqualTo(117_000);
    assertThat(drawn.getOthers().getMembers()).isEqualTo(32);
    assertThat(drawn.getOthers().getMeanRevenue().getUnits()).isEqualTo(50_000);
    assertThat(drawn.getDifference().getUnits()).isEqualTo(67_000);
    // The observed one counts both orders of the 90 days.
    assertThat(effect.getComparisons(0).getOthers().getMeanRevenue().getUnits()).isEqualTo(100_000);
  }

  @Test
  @Tag("cap-53")
  void cap053_tooFew_isSaid_andNoIntervalIsClaimed() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    f.plan.trials.add(trial("messages/tet", now, names(0, 29), names(PROMOTED, 75)));

    var drawn = effect(ProfilesFixture.CMO).getComparisons(1);

    assertThat(drawn.getPromoted().getMembers()).isEqualTo(29);
    assertThat(drawn.getTooFew()).isTrue();
    assertThat(drawn.hasDifference() || drawn.hasLow() || drawn.hasHigh()).isFalse();
    // What 29 spent on average, and one fewer tomorrow, would tell what that one spent.
    assertThat(drawn.getPromoted().hasMeanRevenue()).isFalse();
    assertThat(drawn.getOthers().hasMeanRevenue()).isTrue();
  }

  @Test
  @Tag("cap-53")
  void cap053_whereNoSourceBringsOrders_revenueIsNotKnown_andNever0() {
    var observed = effect(ProfilesFixture.CMO).getComparisons(0);

    assertThat(observed.getPromoted().hasMeanRevenue()).isFalse();
    assertThat(observed.getOthers().hasMeanRevenue()).isFalse();
    assertThat(observed.getPromoted().getUnknown()).isEqualTo(40);
    assertThat(observed.getTooFew()).isTrue();
  }

  /** Of one member nothing is told: not what they spent, nor which source knows them. */
  @Test
  @Tag("cap-53")
  void cap053_ofAFewMembers_neitherTheirMeanNorTheirSourcesAreTold() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    f.plan.members.subList(1, MEMBERS).clear();

    var effect = effect(ProfilesFixture.CMO);

    assertThat(effect.getSampled()).isEqualTo(1);
    assertThat(effect.getComparisons(0).getPromoted().getMembers()).isEqualTo(1);
    assertThat(effect.getComparisons(0).getPromoted().hasMeanRevenue()).isFalse();
    assertThat(effect.getSourcesList()).isEmpty();
  }

  /**
   * The dairy keeps the shop's database and the community; what the card's customers ordered, and
   * what came by a phone alone, it is not told.
   */
  @Test
  @Tag("cap-53")
  void cap053_aUnit_isToldWhatItsOwnSourcesSay_ofItsOwnCommunities() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    bring("text/csv", ORDERS + "C-1,%s,card,79,9000000\n".formatted(now));
    bring("text/csv", "id,time,phone,amount\nP-1,%s,%s,9000000\n".formatted(now, phone(0)));
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/beer");
    assertThatThrownBy(() -> effect(ProfilesFixture.DAIRY))
        .hasMessageContaining("PERMISSION_DENIED");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");

    var own = effect(ProfilesFixture.DAIRY);

    assertThat(own.getOwnSourcesOnly()).isTrue();
    assertThat(own.getSourcesList()).containsExactly("sources/shop");
    var observed = own.getComparisons(0);
    assertThat(own.getSampled()).isEqualTo(IN_SHOP);
    assertThat(observed.getPromoted().getMeanRevenue().getUnits()).isEqualTo(119_500);
    assertThat(observed.getOthers().getMembers()).isEqualTo(35);
    // Those whom only the card's database knows are not the dairy's people.
    assertThat(observed.getOthers().getUnknown()).isZero();
    assertThat(observed.getOthers().getTooFew()).isFalse();
    var whole = effect(ProfilesFixture.CMO);
    assertThat(whole.getOwnSourcesOnly()).isFalse();
    assertThat(whole.getSourcesList()).containsExactly("sources/card", "sources/shop");
    assertThat(whole.getSampled()).isEqualTo(MEMBERS);
    assertThat(whole.getComparisons(0).getOthers().getMembers()).isEqualTo(40);
    assertThat(whole.getComparisons(0).getPromoted().getMeanRevenue().getUnits())
        .isEqualTo(344_500);
  }

  /** Beer wrote to the dairy's first member, and held another out: that is not the dairy's. */
  @Test
  @Tag("cap-53")
  void cap053_aUnit_isToldNothingOfWhomOthersReached() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    f.plan.contacts.clear();
    f.plan.contacts.put(members.getFirst(), List.of(contact("businessUnits/beer", true)));
    f.plan.trials.add(
        new Trial("messages/bia", "businessUnits/beer", now, names(0, 35), names(40, 75)));

    var own = effect(ProfilesFixture.DAIRY);

    assertThat(own.getComparisonsList()).hasSize(1);
    var observed = own.getComparisons(0);
    assertThat(observed.getPromoted().getMembers()).isZero();
    assertThat(observed.getPromoted().getTooFew()).isFalse();
    assertThat(observed.getOthers().getMembers()).isEqualTo(IN_SHOP);
    var whole = effect(ProfilesFixture.CMO);
    assertThat(whole.getComparisonsList()).hasSize(2);
    assertThat(whole.getComparisons(0).getPromoted().getMembers()).isEqualTo(1);
    assertThat(whole.getComparisons(0).getPromoted().getTooFew()).isFalse();
  }

  /** Of 60,000 listed whom it may not meet, a draw of 20,000 would leave a third of its own. */
  @Test
  @Tag("cap-53")
  void cap053_ofAUnit_itsOwnMembersAreLookedAt_howeverManyOthersAreListed() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    for (long i = 1; i <= 60_000; i++) {
      f.plan.members.add(ProfileId.name(i));
    }

    var own = effect(ProfilesFixture.DAIRY);

    assertThat(own.getListed()).isEqualTo(MEMBERS + 60_000);
    assertThat(own.getSampled()).isEqualTo(IN_SHOP);
  }

  /** 29 of its own were reached, and one stands in a database of its own without orders. */
  @Test
  @Tag("cap-53")
  void cap053_aUnit_isToldNoCountOfAFew_norWhatItFollowsFrom() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    load("club", "text/csv", people(IN_SHOP, IN_SHOP + 1));
    collectedFor("shop", "SERVICE");
    collectedFor("club", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    for (int i = 29; i < PROMOTED; i++) {
      f.plan.contacts.remove(members.get(i));
    }

    var own = effect(ProfilesFixture.DAIRY);

    var observed = own.getComparisons(0);
    assertThat(observed.getPromoted().getTooFew()).isTrue();
    assertThat(observed.getPromoted().hasMembers()).isFalse();
    assertThat(observed.getPromoted().hasUnknown()).isTrue();
    assertThat(observed.getOthers().getTooFew()).isTrue();
    assertThat(observed.getOthers().hasUnknown()).isFalse();
    assertThat(observed.getOthers().getMembers()).isEqualTo(46);
    assertThat(own.hasSampled()).isFalse();
    var whole = effect(ProfilesFixture.CMO).getComparisons(0);
    assertThat(whole.getPromoted().getMembers()).isEqualTo(29);
    assertThat(whole.getOthers().getUnknown()).isEqualTo(5);
    assertThat(whole.getOthers().getTooFew()).isFalse();
  }

  /** Its audience tells that it knows 75: the 29 who were reached would follow from the 46. */
  @Test
  @Tag("cap-53")
  void cap053_aUnit_whoKnowsHowManyThereAre_isNotToldTheRestOfThem() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    for (int i = 29; i < PROMOTED; i++) {
      f.plan.contacts.remove(members.get(i));
    }

    var observed = effect(ProfilesFixture.DAIRY).getComparisons(0);

    assertThat(observed.getPromoted().hasMembers()).isFalse();
    assertThat(observed.getOthers().hasMembers()).isFalse();
    assertThat(observed.getOthers().hasMeanRevenue()).isTrue();
    assertThat(observed.getOthers().getTooFew()).isTrue();
  }

  @Test
  void whatItCameTo_isAnsweredAgain_butNotToWhoeverMayKnowLess() throws Exception {
    bring("text/csv", orders(Duration.ofDays(1)));
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    var comparing = f.dealings.comparing(f.stored, f.plan, Duration.ofMinutes(10));

    var whole = comparing.of("communities/me-bim", ProfilesFixture.CMO);

    assertThat(whole.sources()).containsExactly("shop");
    assertThat(comparing.of("communities/me-bim", ProfilesFixture.DATA)).isSameAs(whole);
    var own = comparing.of("communities/me-bim", ProfilesFixture.DAIRY);
    assertThat(own.sources()).isEmpty();
    assertThat(own.comparisons().getFirst().promoted().revenue().n()).isZero();
  }

  @Test
  void whileGovernanceOrTheRegistryIsAway_nobodyCanTell() {
    for (var service : List.of("message-governance", "community-registry")) {
      f.plan.away.clear();
      f.plan.away.add(service);

      assertThatThrownBy(() -> effect(ProfilesFixture.CMO)).hasMessageContaining("UNAVAILABLE");
    }
    assertThatThrownBy(() -> effect(ProfilesFixture.PRIVACY))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  private Touch.Contact contact(boolean promotion) {
    return contact("businessUnits/dairy", promotion);
  }

  private Touch.Contact contact(String unit, boolean promotion) {
    var last = now.minus(Duration.ofDays(2));
    return new Touch.Contact(unit, "SMS", promotion, List.of(), 1, last);
  }

  private static Trial trial(
      String message, Instant released, Set<String> reached, Set<String> heldOut) {
    return new Trial(message, "businessUnits/dairy", released, reached, heldOut);
  }

  private Set<String> names(int from, int to) {
    return new HashSet<>(members.subList(from, to));
  }

  private static String phone(int i) {
    return "09%08d".formatted(12_345_600 + i);
  }

  private static String people(int from, int to) {
    var file = new StringBuilder("Mã KH,Họ và tên,SĐT\n");
    for (int i = from; i < to; i++) {
      file.append("%d,Nguyễn Thị Số %d,%s\n".formatted(i, i, phone(i)));
    }
    return file.toString();
  }

  /** One order of each of the shop, that long ago. */
  private String orders(Duration ago) {
    var file = new StringBuilder(ORDERS);
    for (int i = 0; i < IN_SHOP; i++) {
      int amount = i < PROMOTED ? 100_000 + 1000 * i : 50_000;
      file.append("A-%d,%s,shop,%d,%d\n".formatted(i, now.minus(ago), i, amount));
    }
    return file.toString();
  }

  private PromotionEffect effect(Actor actor) {
    return PromotionEffectServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getPromotionEffect(
            GetPromotionEffectRequest.newBuilder().setName("communities/me-bim").build());
  }
}
