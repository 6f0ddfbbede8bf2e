package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.contact.domain.Suppression;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.governance.message.domain.Collision.Reason;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Offer;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;

class MessagePlanTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor OTHER = new Actor("unit-b", Set.of(Role.BUSINESS_UNIT), Set.of("snacks"), "");
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  InMemoryPlan plan = new InMemoryPlan();

  @Test
  void wholeLife_reservesAtSchedule_andMakesFinalAtRelease() {
    var people = agreeing(10);
    plan.consents.put(People.silent("silent"));
    var audience = new java.util.ArrayList<>(people);
    audience.add("profiles/silent");
    var scheduled = scheduled("a", content("A", MORNING, audience.toArray(String[]::new)));

    var reach = reach("messages/a");
    assertThat(reach.asked()).isEqualTo(11);
    assertThat(reach.granted()).isEqualTo(10);
    assertThat(reach.refused()).isEqualTo(1);

    plan.suppressing.suppress(
        List.of(people.getFirst()), new Suppression(null, null, "withdrawal", MORNING));
    var released = plan.planning.release(seen(scheduled), doing(UNIT));

    assertThat(released.message().state()).isEqualTo(State.RELEASED);
    assertThat(reach("messages/a").confirmed()).isEqualTo(9);
  }

  @Test
  void cancel_givesReservationsBack() {
    var people = agreeing(3);
    var scheduled = scheduled("a", content("A", MORNING, people.toArray(String[]::new)));

    plan.planning.cancel(seen(scheduled), doing(UNIT));

    assertThat(plan.ledger.store.accounts().find(people.getFirst()).entries()).isEmpty();
    assertThat(reach("messages/a").granted()).isZero();
  }

  @Test
  @Tag("cap-18")
  void cap018_nobodyApprovesWhatTheySubmitted() {
    var created =
        plan.planning.create("messages/a", content("A", MORNING, "profiles/x"), CMO, false);
    var submitted = plan.planning.submit(seen(created), doing(CMO));

    assertThatThrownBy(() -> plan.planning.approve(seen(submitted), doing(CMO)))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("OWN_SUBMISSION");
  }

  @Test
  void create_forAnotherUnit_isNotAllowed() {
    var content = content("A", MORNING, "profiles/x");

    assertThatThrownBy(() -> plan.planning.create("messages/a", content, OTHER, false))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void submit_namesEveryMissingAnswer() {
    var empty =
        new Content(
            "A",
            "businessUnits/dairy",
            MessageClass.INFO,
            Channel.EMAIL,
            Audience.NOBODY,
            null,
            "",
            "",
            null);
    var created = plan.planning.create("messages/a", empty, UNIT, false);

    assertThatThrownBy(() -> plan.planning.submit(seen(created), doing(UNIT)))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.field())
                    .containsExactly("message.text", "message.audience", "message.planned_time"));
  }

  @Test
  void update_afterSubmit_isRefused_andAStaleOneToo() {
    var created =
        plan.planning.create("messages/a", content("A", MORNING, "profiles/x"), UNIT, false);
    var submitted = plan.planning.submit(seen(created), doing(UNIT));

    assertThatThrownBy(() -> plan.planning.update(seen(submitted), c -> c, UNIT, false))
        .isInstanceOf(WrongState.class);
    assertThatThrownBy(() -> plan.planning.update(seen(created), c -> c, UNIT, false))
        .isInstanceOf(Stale.class);
  }

  @Test
  void submit_whileTheRegistryIsAway_failsClosed() {
    var created =
        plan.planning.create("messages/a", content("A", MORNING, "profiles/x"), UNIT, false);
    plan.registryAway = true;

    assertThatThrownBy(() -> plan.planning.submit(seen(created), doing(UNIT)))
        .isInstanceOf(Unavailable.class);
    assertThat(plan.planning.get("messages/a").message().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void schedule_whileProfilesAreAway_grantsNothing_andIsTakenUpLater() {
    var people = agreeing(2);
    var approved = approved("a", content("A", MORNING, people.toArray(String[]::new)));
    var lost = plan.brokenOff();
    var scheduled = lost.schedule(seen(approved), null, doing(UNIT));

    assertThatThrownBy(() -> lost.release(seen(scheduled), doing(UNIT)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("CONTACTS_UNDER_WAY");
    plan.contacting.work("messages/a");
    plan.contacting.work("messages/a");

    assertThat(reach("messages/a").granted()).isEqualTo(2);
    assertThat(plan.ledger.store.accounts().find(people.getFirst()).entries()).hasSize(1);
  }

  @Test
  @Tag("cap-51")
  void cap051_approve_refusesAPromotionWhereNothingIsSold() {
    plan.commerce.add("communities/shop");
    var shop = approvable("a", MessageClass.PROMOTION, "communities/shop");
    var circle = approvable("b", MessageClass.PROMOTION, "communities/circle");

    assertThat(plan.planning.approve(seen(shop), doing(CMO)).message().state())
        .isEqualTo(State.APPROVED);
    assertThatThrownBy(() -> plan.planning.approve(seen(circle), doing(CMO)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("policies/promotion-where-forbidden");
  }

  @Test
  void approve_ofAnAdvertisingTextWithoutItsLabel_isRefusedByTheLaw() {
    plan.commerce.add("communities/shop");
    var bare = promotionBySms("a", "Giảm 30 % toàn bộ nồi cơm");
    var labelled = promotionBySms("b", "[QC] Giảm 30 % toàn bộ nồi cơm");

    assertThatThrownBy(() -> plan.planning.approve(seen(bare), doing(CMO)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("policies/advertising-label");
    assertThat(plan.planning.get("messages/a").message().state()).isEqualTo(State.PROPOSED);
    assertThat(plan.planning.approve(seen(labelled), doing(CMO)).message().state())
        .isEqualTo(State.APPROVED);
  }

  private Versioned promotionBySms(String id, String text) {
    var shop = new Audience(List.of("communities/shop"), List.of(), "", List.of());
    var content =
        new Content(
            "A",
            "businessUnits/dairy",
            MessageClass.PROMOTION,
            Channel.SMS,
            shop,
            MORNING,
            text,
            "",
            null);
    return submitted(id, content);
  }

  @Test
  @Tag("cap-51")
  void cap051_salesLanguageUnderAnotherName_isNoticed_withAndWithoutMarks() {
    for (var text : List.of("Giảm giá 20% hôm nay", "giam gia 20% hom nay", "Flash sale!")) {
      var sly =
          new Content(
              "A",
              "businessUnits/dairy",
              MessageClass.CARE,
              Channel.EMAIL,
              Audience.NOBODY,
              MORNING,
              text,
              "",
              null);
      var created = plan.planning.create("messages/" + text.hashCode(), sly, UNIT, false).message();

      assertThat(plan.checking.check(created, null).objections())
          .extracting(p -> p.id())
          .containsExactly("hidden-promotion");
    }
  }

  @Test
  void check_countsWhomEachRuleLeavesOut_andWritesNothingIntoTheLedger() {
    var people = agreeing(5);
    plan.consents.put(People.silent("s1"));
    plan.consents.put(People.silent("s2"));
    var all = new java.util.ArrayList<>(people);
    all.addAll(List.of("profiles/s1", "profiles/s2", "profiles/unheard-of"));
    var draft =
        plan.planning
            .create("messages/a", content("A", MORNING, all.toArray(String[]::new)), UNIT, false)
            .message();

    var report = plan.checking.check(draft, null);

    assertThat(report.audience()).isEqualTo(8);
    assertThat(report.reachable()).isEqualTo(7);
    assertThat(report.granted()).isEqualTo(5);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.rule().id()).isEqualTo("consent");
              assertThat(left.count()).isEqualTo(2);
              assertThat(left.example()).isEqualTo("profiles/s1");
            });
    assertThat(plan.ledger.store.accounts().find(people.getFirst()).revision()).isZero();
  }

  @Test
  @Tag("cap-11")
  void cap011_collisions_areExactByPerson_acrossUnitsAndChannels() {
    var people = agreeing(1000);
    submitted("a", content("A", MORNING, people.subList(0, 600).toArray(String[]::new)));
    submitted(
        "b",
        content(
            "B",
            MORNING.plus(Duration.ofDays(1)),
            people.subList(400, 1000).toArray(String[]::new)));
    submitted("far", content("C", MORNING.plus(Duration.ofDays(9)), people.toArray(String[]::new)));

    var collisions = plan.colliding.of(plan.planning.get("messages/a").message());

    assertThat(collisions)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.other().name()).isEqualTo("messages/b");
              assertThat(c.persons()).isEqualTo(200);
              assertThat(c.reason()).isEqualTo(Reason.SAME_PEOPLE);
              assertThat(c.freeSlots()).isNotEmpty();
            });
    var slot = collisions.getFirst().freeSlots().getFirst();
    var moved = plan.planning.get("messages/a").message().movedTo(slot);
    assertThat(plan.colliding.of(moved)).isEmpty();
    var pairs = plan.colliding.between(MORNING, MORNING.plus(Duration.ofDays(7)));
    assertThat(pairs).isEqualTo(new Colliding.Pairs(1, 200));
  }

  @Test
  @Tag("cap-11")
  void cap011_twoPricesForOneProduct_areFoundWithinAWeek() {
    var people = agreeing(3).toArray(String[]::new);
    submitted("a", offering(20_000, MORNING, people));
    submitted("b", offering(18_000, MORNING.plus(Duration.ofDays(5)), people));

    assertThat(plan.colliding.of(plan.planning.get("messages/a").message()))
        .singleElement()
        .satisfies(c -> assertThat(c.reason()).isEqualTo(Reason.TWO_PRICES));
  }

  @Test
  void merge_letsTwoProfilesOfOnePersonCollide() {
    submitted("a", content("A", MORNING, "profiles/lan"));
    submitted("b", content("B", MORNING, "profiles/lan-2"));
    assertThat(plan.colliding.of(plan.planning.get("messages/a").message())).isEmpty();

    plan.snapshots.move("profiles/lan-2", "profiles/lan");

    assertThat(plan.colliding.of(plan.planning.get("messages/a").message())).hasSize(1);
  }

  @Test
  void summary_countsTheWeek() {
    var people = agreeing(4).toArray(String[]::new);
    scheduled("a", content("A", MORNING, people));
    submitted("b", content("B", MORNING.plus(Duration.ofHours(3)), people));

    var from = plan.summarising.today();
    var summary = plan.summarising.between(from, from.plus(Duration.ofDays(7)));

    assertThat(summary.byState())
        .containsEntry(State.SCHEDULED, 1)
        .containsEntry(State.PROPOSED, 1);
    assertThat(summary.asked()).isEqualTo(4);
    assertThat(summary.granted()).isEqualTo(4);
    assertThat(summary.waiting()).isEqualTo(1);
    assertThat(summary.collisions()).isEqualTo(new Colliding.Pairs(1, 4));
  }

  private Content offering(long price, java.time.Instant planned, String... people) {
    var plain = content("Offer", planned, people);
    return new Content(
        plain.title(),
        plain.unit(),
        plain.messageClass(),
        plain.channel(),
        plain.audience(),
        planned,
        plain.text(),
        "",
        new Offer("productLines/yogurt", Money.dong(price)));
  }

  private Versioned approvable(String id, MessageClass messageClass, String community) {
    var audience = new Audience(List.of(community), List.of(), "", List.of());
    var content =
        new Content(
            "A",
            "businessUnits/dairy",
            messageClass,
            Channel.EMAIL,
            audience,
            MORNING,
            "Mới",
            "",
            null);
    return submitted(id, content);
  }

  private List<String> agreeing(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> People.at(String.format("p%04d", i), People.mailbox("p" + i)))
        .peek(plan.consents::put)
        .map(p -> p.profile())
        .toList();
  }

  private Versioned submitted(String id, Content content) {
    var created = plan.planning.create("messages/" + id, content, UNIT, false);
    return plan.planning.submit(seen(created), doing(UNIT));
  }

  private Versioned approved(String id, Content content) {
    return plan.planning.approve(seen(submitted(id, content)), doing(CMO));
  }

  private Versioned scheduled(String id, Content content) {
    return plan.planning.schedule(seen(approved(id, content)), null, doing(UNIT));
  }

  private org.masterplan.governance.message.domain.Reach reach(String name) {
    return plan.plan.reaches().find(List.of(name)).get(name);
  }

  private static Seen seen(Versioned versioned) {
    return new Seen(versioned.message().name(), versioned.revision());
  }

  private static Doing doing(Actor actor) {
    return new Doing(actor, "because");
  }
}
