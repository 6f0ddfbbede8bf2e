package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;

/** Nothing is planned for a time that is over. */
class PlannedTimesTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  InMemoryPlan plan = new InMemoryPlan();

  @Test
  void create_refusesATimeThatIsOver_inThePlansZone_andStoresNothing() {
    var over = content("A", MORNING.minus(Duration.ofHours(1)), "profiles/1");

    assertThatThrownBy(() -> plan.planning.create("messages/a", over, UNIT, false))
        .isInstanceOfSatisfying(InvalidFields.class, PlannedTimesTest::namesTheTimeThatIsOver);
    assertThatThrownBy(() -> plan.planning.create("messages/a", over, UNIT, true))
        .isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> plan.planning.get("messages/a")).isInstanceOf(NotFound.class);
  }

  private static void namesTheTimeThatIsOver(InvalidFields refusal) {
    var violation = refusal.violations().getFirst();
    assertThat(violation.field()).isEqualTo("message.planned_time");
    assertThat(violation.reason()).isEqualTo("PLANNED_IN_THE_PAST");
    assertThat(violation.about())
        .containsEntry("value", "2026-11-21T09:00+07:00")
        .containsEntry("now", "2026-11-21T10:00+07:00");
  }

  @Test
  void create_takesATimeThatHasJustPassed() {
    var now = content("A", MORNING.minus(Duration.ofMinutes(3)), "profiles/1");

    assertThat(plan.planning.create("messages/a", now, UNIT, false).revision()).isEqualTo(1);
  }

  @Test
  void update_refusesATimeThatIsOver_butLeavesOneThatHasPassedSinceAlone() {
    var soon = content("A", MORNING.plus(Duration.ofHours(1)), "profiles/1");
    var draft = plan.planning.create("messages/a", soon, UNIT, false);
    plan.clock.turn(Duration.ofHours(2));
    var over = content("B", MORNING, "profiles/1");

    assertThatThrownBy(() -> plan.planning.update(seen(draft), _ -> over, UNIT, false))
        .isInstanceOf(InvalidFields.class);
    var titled = content("B", MORNING.plus(Duration.ofHours(1)), "profiles/1");
    var mended = plan.planning.update(seen(draft), _ -> titled, UNIT, false);

    assertThat(mended.message().content().title()).isEqualTo("B");
  }

  @Test
  void submitAndSchedule_refuseATimeThatHasPassedMeanwhile() {
    var soon = content("A", MORNING.plus(Duration.ofHours(1)), "profiles/1");
    var draft = plan.planning.create("messages/a", soon, UNIT, false);
    var approved = approved("b", soon);
    plan.clock.turn(Duration.ofHours(2));

    assertThatThrownBy(() -> plan.planning.submit(seen(draft), doing(UNIT)))
        .isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> plan.planning.schedule(seen(approved), null, doing(UNIT)))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().field()).isEqualTo("planned_time"));
    var later = MORNING.plus(Duration.ofHours(3));
    var scheduled = plan.planning.schedule(seen(approved), later, doing(UNIT));

    assertThat(scheduled.message().content().plannedTime()).isEqualTo(later);
  }

  private Versioned approved(String id, Content content) {
    var created = plan.planning.create("messages/" + id, content, UNIT, false);
    var submitted = plan.planning.submit(seen(created), doing(UNIT));
    return plan.planning.approve(seen(submitted), doing(CMO));
  }

  private static Seen seen(Versioned versioned) {
    return new Seen(versioned.message().name(), versioned.revision());
  }

  private static Doing doing(Actor actor) {
    return new Doing(actor, "because");
  }
}
