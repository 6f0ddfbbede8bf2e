package org.masterplan.governance.contact.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.app.PersonalData.Split;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Suppression;
import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;

class LedgerTest {
  /** Ten o'clock in Ho Chi Minh City. */
  static final Instant MORNING = Instant.parse("2026-11-21T03:00:00Z");

  static final Duration HOLD = Duration.ofHours(24);

  ManualClock clock = new ManualClock(MORNING);
  Ledger.Store store = new Ledger.Store(new InMemoryAccounts(), new InMemoryReservations());
  Ledger ledger =
      new Ledger(
          store,
          new Judge(new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7}))),
          clock,
          HOLD);
  Suppressing suppressing = new Suppressing(store, clock);
  PersonalData personalData = new PersonalData(store);
  Person lan = People.agreeing("lan");

  @Test
  void reserve_grantsThreePromotionsADay_andNamesTheRuleAndTheTimeOfTheNext() {
    for (int i = 0; i < 3; i++) {
      assertThat(ledger.reserve(sms("a" + i, MORNING.plus(Duration.ofHours(i))), lan).granted())
          .isTrue();
    }

    var fourth = ledger.reserve(sms("a3", MORNING.plus(Duration.ofHours(3))), lan);

    assertThat(fourth.granted()).isFalse();
    assertThat(ids(fourth)).containsExactly("cap-sms-promotion");
    assertThat(fourth.next()).isEqualTo(MORNING.plus(Duration.ofHours(24)));
    assertThat(ledger.reserve(sms("a4", MORNING.plus(Duration.ofHours(24))), lan).granted())
        .isTrue();
  }

  @Test
  void reserve_countsWhatIsPlannedLater_asMuchAsWhatWasBefore() {
    for (int i = 0; i < 3; i++) {
      ledger.reserve(sms("later" + i, MORNING.plus(Duration.ofHours(5))), lan);
    }

    assertThat(ids(ledger.reserve(sms("sooner", MORNING), lan))).contains("cap-sms-promotion");
  }

  @Test
  void reserve_capsTheContactPoint_whoeverSharesIt() {
    var phone = lan.points().getFirst();
    for (int i = 0; i < 3; i++) {
      assertThat(ledger.reserve(sms("s" + i, MORNING), People.at("p" + i, phone)).granted())
          .isTrue();
    }

    var decision = ledger.reserve(sms("s3", MORNING), People.at("p3", phone));

    assertThat(ids(decision)).containsExactly("cap-sms-promotion");
    var attention = store.accounts().find("profiles/p3");
    assertThat(attention.entries()).isEmpty();
  }

  @Test
  @Tag("cap-12")
  void cap012_attentionBudget_isOneForAllChannelsUnitsAndClasses() {
    var channels = List.of(Channel.EMAIL, Channel.APP, Channel.ZALO);
    for (int i = 0; i < 7; i++) {
      var ask = ask("x" + i, channels.get(i % 3), MessageClass.ASK, MORNING.plusSeconds(i));
      assertThat(ledger.reserve(ask, lan).granted()).isTrue();
    }

    var eighth = ledger.reserve(ask("x7", Channel.EMAIL, MessageClass.CARE, MORNING), lan);

    assertThat(ids(eighth)).containsExactly("attention-budget");
    assertThat(store.accounts().find("email:lan@example.org").entries())
        .noneMatch(e -> e.reservation().equals("x7"));
  }

  @Test
  void reserve_refusesSilence_andLetsWhatIsOwedPass() {
    var silent = People.silent("binh");

    assertThat(ids(ledger.reserve(sms("b1", MORNING), silent))).containsExactly("consent");
    var notice = ask("b2", Channel.SMS, MessageClass.SERVICE_NOTICE, MORNING);
    assertThat(ledger.reserve(notice, silent).granted()).isTrue();
  }

  @Test
  void reserve_refusesQuietHours_andNamesTheirEnd() {
    var night = Instant.parse("2026-11-21T15:00:00Z");

    var decision = ledger.reserve(sms("n", night), lan);

    assertThat(ids(decision)).containsExactly("quiet-hours-sms");
    assertThat(decision.next()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  @Tag("cap-51")
  void cap051_promotion_whereTheCommunityIsNotForCommerce_isRefusedByRuleId() {
    var origin = new Ask.Origin("messages/m", "", Set.of("communities/hoi-me-bim"));
    var ask = new Ask("p", Channel.EMAIL, MessageClass.PROMOTION, MORNING, origin);

    assertThat(ids(ledger.consider(ask, lan))).containsExactly("promotion-where-forbidden");
  }

  @Test
  void reserve_sameWishAgain_answersTheSameAndHoldsNothingMore() {
    var first = ledger.reserve(sms("same", MORNING), lan);
    var second = ledger.reserve(sms("same", MORNING), lan);

    assertThat(second).isEqualTo(first);
    assertThat(store.accounts().find(lan.profile()).entries()).hasSize(1);
  }

  @Test
  void reserve_otherWishUnderTheSameId_isRefused() {
    ledger.reserve(sms("same", MORNING), lan);

    assertThatThrownBy(() -> ledger.reserve(sms("same", MORNING), People.agreeing("minh")))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void consider_writesNothing() {
    ledger.consider(sms("c", MORNING), lan);

    assertThat(store.accounts().find(lan.profile()).revision()).isZero();
    assertThat(store.reservations().find("c")).isEmpty();
  }

  @Test
  void suppress_holdsFromTheAnswerOn_andTakesReservationsBack() {
    var held = ledger.reserve(sms("h", MORNING), lan);
    var no = new Suppression(null, null, "withdrawal", MORNING);

    var suppressed =
        suppressing.suppress(List.of(lan.profile(), lan.points().getFirst().key()), no);

    assertThat(suppressed.givenBack()).isEqualTo(1);
    assertThat(ids(ledger.reserve(sms("i", MORNING), lan))).containsExactly("suppression");
    assertThatThrownBy(() -> ledger.confirm(held.reservation())).isInstanceOf(WrongState.class);
  }

  @Test
  void suppress_ofOneChannel_leavesTheOthers() {
    suppressing.suppress(
        List.of(lan.profile()), new Suppression(Channel.SMS, null, "withdrawal", MORNING));

    assertThat(ledger.reserve(sms("s", MORNING), lan).granted()).isFalse();
    assertThat(ledger.reserve(ask("e", Channel.EMAIL, MessageClass.ASK, MORNING), lan).granted())
        .isTrue();
  }

  @Test
  void confirm_countsAtTheTimeWhenItTakesPlace() {
    var held = ledger.reserve(sms("t", MORNING), lan);
    clock.turn(Duration.ofHours(2));

    var counted = ledger.confirm(held.reservation());

    assertThat(counted).isEqualTo(MORNING.plus(Duration.ofHours(2)));
    assertThat(ledger.confirm(held.reservation())).isEqualTo(counted);
    assertThat(store.accounts().find(lan.profile()).entries())
        .allMatch(e -> e.confirmed() && e.time().equals(counted));
  }

  @Test
  void confirm_inQuietHours_isRefused() {
    var held = ledger.reserve(sms("t", MORNING), lan);
    clock.turn(Duration.ofHours(13));

    assertThatThrownBy(() -> ledger.confirm(held.reservation()))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("quiet-hours-sms");
  }

  @Test
  void confirm_afterItExpired_isRefused_andTheContactNoLongerCounts() {
    var held = ledger.reserve(call("c1"), lan);
    clock.turn(HOLD.plusSeconds(1));

    assertThatThrownBy(() -> ledger.confirm(held.reservation())).isInstanceOf(WrongState.class);
    assertThat(ledger.reserve(call("c2"), lan).granted()).isTrue();
  }

  @Test
  void clockStepBack_reopensNoWindow() {
    assertThat(ledger.reserve(call("c1"), lan).granted()).isTrue();
    clock.turn(Duration.ofDays(-3));

    assertThat(ids(ledger.reserve(call("c2"), lan))).containsExactly("cap-call-promotion");
  }

  @Test
  void release_givesTheContactBack() {
    var held = ledger.reserve(call("c1"), lan);
    ledger.release(held.reservation());

    assertThat(ledger.reserve(call("c2"), lan).granted()).isTrue();
    assertThat(ledger.release(held.reservation())).isFalse();
  }

  @Test
  void merge_addsUpAttention_andSendsOnWhoeverAsksForTheLoser() {
    var minh = People.agreeing("minh");
    for (int i = 0; i < 4; i++) {
      ledger.reserve(ask("l" + i, Channel.APP, MessageClass.ASK, MORNING), lan);
      ledger.reserve(ask("m" + i, Channel.APP, MessageClass.ASK, MORNING), minh);
    }

    personalData.merge(minh.profile(), lan.profile(), 11);

    assertThat(store.accounts().find(lan.profile()).entries()).hasSize(8);
    var next = ask("n", Channel.APP, MessageClass.ASK, MORNING);
    assertThat(ids(ledger.consider(next, minh))).containsExactly("attention-budget");
    assertThat(personalData.merge(minh.profile(), lan.profile(), 11)).isZero();
  }

  @Test
  void frozenAccount_answersRetry() {
    store.accounts().replace(store.accounts().find(lan.profile()).freeze("profiles/x", 3));

    assertThatThrownBy(() -> ledger.reserve(sms("f", MORNING), lan))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("PERSON_MOVING");
  }

  @Test
  void split_countsForBothHalves() {
    var minh = People.agreeing("minh");
    ledger.reserve(ask("l", Channel.APP, MessageClass.ASK, MORNING), lan);
    personalData.merge(minh.profile(), lan.profile(), 11);

    personalData.split(new Split(lan.profile(), minh.profile(), 12), List.of());

    assertThat(store.accounts().find(minh.profile()).entries()).hasSize(1);
    assertThat(store.accounts().find(lan.profile()).entries()).hasSize(1);
    assertThat(store.accounts().find(minh.profile()).movedTo()).isEmpty();
    assertThat(personalData.merge(minh.profile(), lan.profile(), 11)).isZero();
  }

  @Test
  void merge_ofSomebodyNeverContacted_sendsOnAtOnce_andComesTooLateAfterItsSplit() {
    var minh = People.agreeing("minh");

    personalData.merge(minh.profile(), lan.profile(), 11);
    ledger.reserve(ask("m", Channel.APP, MessageClass.ASK, MORNING), minh);

    assertThat(store.accounts().find(lan.profile()).entries()).hasSize(1);
    personalData.split(new Split(lan.profile(), minh.profile(), 12), List.of());
    personalData.merge(minh.profile(), lan.profile(), 11);
    assertThat(store.accounts().find(minh.profile()).movedTo()).isEmpty();
  }

  @Test
  void split_takesReservationsAlongThatAreHeldAtThePartedPhone_andCountsTheOthersForGood() {
    var minh = People.agreeing("minh");
    var phone = minh.points().getFirst();
    ledger.reserve(ask("l", Channel.APP, MessageClass.ASK, MORNING), lan);
    ledger.reserve(sms("m", MORNING), People.at("lan", phone));

    personalData.split(new Split(lan.profile(), minh.profile(), 12), List.of(phone.key()));
    ledger.confirm("l");
    ledger.confirm("m");
    clock.turn(HOLD.plusHours(1));

    assertThat(ledger.find("m").profile()).isEqualTo(minh.profile());
    assertThat(ledger.find("l").profile()).isEqualTo(lan.profile());
    var now = clock.instant();
    assertThat(store.accounts().find(minh.profile()).times(now, e -> true)).hasSize(2);
  }

  @Test
  void split_ofTwoProfilesByOneDecision_countsWhatBothHad() {
    var minh = People.agreeing("minh");
    ledger.reserve(ask("l", Channel.APP, MessageClass.ASK, MORNING), lan);
    ledger.reserve(ask("m", Channel.APP, MessageClass.ASK, MORNING), minh);

    personalData.split(new Split(lan.profile(), "profiles/new", 12), List.of());
    personalData.split(new Split(minh.profile(), "profiles/new", 12), List.of());

    assertThat(store.accounts().find("profiles/new").entries()).hasSize(2);
  }

  @Test
  void erase_forgetsThePerson_andLeavesTheOthersOfASharedPhone() {
    var phone = lan.points().getFirst();
    var mother = People.at("mother", phone);
    ledger.reserve(sms("l", MORNING), lan);
    ledger.reserve(sms("m", MORNING), mother);

    personalData.erase(List.of(lan.profile()), List.of(phone.key()));

    var held = personalData.export(List.of(lan.profile(), phone.key()));
    assertThat(held.contacts()).extracting(r -> r.id()).containsExactly("m");
    assertThat(personalData.erase(List.of(lan.profile()), List.of(phone.key()))).isZero();
  }

  @Test
  void erase_leavesANumberOnTheRegister_forWhoeverHasItNext() {
    var phone = lan.points().getFirst();
    var own = new Suppression(Channel.SMS, MessageClass.PROMOTION, "WITHDRAWN", MORNING);
    var law = new Suppression(null, MessageClass.PROMOTION, "do-not-call-register", MORNING);
    suppressing.suppress(List.of(phone.key()), own);
    suppressing.suppress(List.of(phone.key()), law);

    personalData.erase(List.of(lan.profile()), List.of(phone.key()));

    var next = People.at("next", phone);
    assertThat(ledger.reserve(sms("n", MORNING), next).refusals()).isNotEmpty();
    assertThat(store.accounts().find(phone.key()).suppressions()).containsExactly(law);
  }

  static Ask sms(String id, Instant time) {
    return ask(id, Channel.SMS, MessageClass.PROMOTION, time);
  }

  static Ask call(String id) {
    return new Ask(id, Channel.CALL, MessageClass.PROMOTION, null, Ask.Origin.NONE);
  }

  static Ask ask(String id, Channel channel, MessageClass messageClass, Instant time) {
    return new Ask(id, channel, messageClass, time, Ask.Origin.NONE);
  }

  static List<String> ids(Decision decision) {
    return decision.refusals().stream().map(Policy::id).toList();
  }
}
