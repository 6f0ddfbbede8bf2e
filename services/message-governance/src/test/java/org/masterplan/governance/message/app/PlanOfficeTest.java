package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.State;
import org.masterplan.governance.message.jobs.DecisionFeed;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings;

/** What the CMO office and proposers learn: notices of decisions, and the plan's summary. */
class PlanOfficeTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  InMemoryPlan plan = new InMemoryPlan();

  @Test
  void summary_asksOnceForAllAudiences_andReadsEachOnlyIfItMeetsAnother() {
    String[] people = {"profiles/1", "profiles/2", "profiles/3"};
    for (int i = 0; i < 6; i++) {
      approved("near-" + i, content("A", MORNING, people));
    }
    approved("far", content("A", MORNING.plus(Duration.ofDays(90)), people));
    plan.snapshots.headsAsked = 0;
    plan.snapshots.peopleAsked = 0;

    var first = summary();
    var again = summary();

    assertThat(first.collisions()).isEqualTo(new Colliding.Pairs(15, 3));
    assertThat(again.collisions()).isEqualTo(first.collisions());
    assertThat(plan.snapshots.headsAsked).isEqualTo(2);
    assertThat(plan.snapshots.peopleAsked).isEqualTo(6);
  }

  private Summarising.Summary summary() {
    var from = MORNING.minus(Duration.ofDays(1));
    return plan.summarising.between(from, MORNING.plus(Duration.ofDays(100)));
  }

  @Test
  void submission_isToldToTheOffice_andWhatBecomesOfItToTheProposer() {
    var draft =
        plan.planning.create("messages/a", content("A", MORNING, "profiles/1"), UNIT, false);
    var first = plan.planning.submit(seen(draft), doing(UNIT));
    var returned = plan.planning.giveBack(seen(first), doing(CMO));
    plan.clock.turn(Duration.ofMinutes(1));
    var second = plan.planning.submit(seen(returned), doing(UNIT));
    plan.planning.approve(seen(second), doing(CMO));

    assertThat(plan.told)
        .extracting(Tidings.Tiding::reason)
        .containsExactly(
            "NOTICE_MESSAGE_SUBMITTED",
            "NOTICE_MESSAGE_RETURNED",
            "NOTICE_MESSAGE_SUBMITTED",
            "NOTICE_MESSAGE_APPROVED");
    assertThat(plan.told)
        .extracting(Tidings.Tiding::to)
        .containsExactly(
            new Tidings.Recipient.Office(Role.CMO),
            new Tidings.Recipient.Person("unit"),
            new Tidings.Recipient.Office(Role.CMO),
            new Tidings.Recipient.Person("unit"));
    assertThat(plan.told).extracting(Tidings.Tiding::occasion).doesNotHaveDuplicates();
    assertThat(plan.told).allMatch(t -> t.values().equals(Map.of("title", "A")));
  }

  @Test
  void decision_standsIfNobodyCanBeTold_andIsToldFromTheChanges_once() {
    var draft =
        plan.planning.create("messages/a", content("A", MORNING, "profiles/1"), UNIT, false);
    plan.deaf = true;
    var submitted = plan.planning.submit(seen(draft), doing(UNIT));
    var returned = plan.planning.giveBack(seen(submitted), doing(CMO));
    plan.planning.update(
        seen(returned), _ -> content("A, better", MORNING, "profiles/1"), UNIT, false);
    assertThat(plan.told).isEmpty();

    plan.deaf = false;
    tellChanges();
    tellChanges();

    assertThat(plan.planning.get("messages/a").message().state()).isEqualTo(State.DRAFT);
    assertThat(plan.told)
        .singleElement()
        .satisfies(t -> assertThat(t.reason()).isEqualTo("NOTICE_MESSAGE_RETURNED"))
        .satisfies(t -> assertThat(t.to()).isEqualTo(new Tidings.Recipient.Person("unit")));
  }

  @Test
  void decision_toldAtOnce_isNotToldAgainFromTheChanges() {
    approved("a", content("A", MORNING, "profiles/1"));
    int told = plan.told.size();

    tellChanges();

    assertThat(plan.told).hasSize(told);
  }

  private void tellChanges() {
    var feed = new DecisionFeed(plan.plan.messages(), plan.telling);
    feed.changes("", 100).items().forEach(feed::apply);
  }

  private void approved(String id, Content content) {
    var created = plan.planning.create("messages/" + id, content, UNIT, false);
    var submitted = plan.planning.submit(seen(created), doing(UNIT));
    plan.planning.approve(seen(submitted), doing(CMO));
  }

  private static Seen seen(Versioned versioned) {
    return new Seen(versioned.message().name(), versioned.revision());
  }

  private static Doing doing(Actor actor) {
    return new Doing(actor, "because");
  }
}
