package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.InvalidFields;

class MessageUnitTest {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  private final InMemoryPlan plan = new InMemoryPlan();

  /** The CMO office acts for all units there are, and for none that there is not. */
  @Test
  void aMessageOfAUnitThatThereIsNot_isRefused_alsoFromTheCmoOffice() {
    plan.unknownUnits.add("businessUnits/dary");
    var right = content("A", MORNING, "profiles/x");
    var wrong = ofUnit("businessUnits/dary", right);

    assertThatThrownBy(() -> plan.planning.create("messages/a", wrong, CMO, true))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refused -> {
              var violation = refused.violations().getFirst();
              assertThat(violation.field()).isEqualTo("message.business_unit");
              assertThat(violation.reason()).isEqualTo("MESSAGE_UNIT_UNKNOWN");
              assertThat(violation.about()).containsEntry("value", "businessUnits/dary");
            });
    var created = plan.planning.create("messages/a", right, CMO, false);
    assertThatThrownBy(
            () ->
                plan.planning.update(
                    new Seen("messages/a", created.revision()), _ -> wrong, CMO, false))
        .isInstanceOf(InvalidFields.class);
    plan.unknownUnits.add("businessUnits/dairy");
    assertThat(
            plan.planning
                .update(new Seen("messages/a", created.revision()), same -> same, CMO, false)
                .revision())
        .isEqualTo(2);
  }

  @Test
  void aDraftOfAUnitThatNobodyCouldAskFor_isAskedAbout_whenItIsSubmitted() {
    plan.unknownUnits.add("businessUnits/dary");
    plan.registryAway = true;
    var wrong = ofUnit("businessUnits/dary", content("A", MORNING, "profiles/x"));
    var created = plan.planning.create("messages/a", wrong, CMO, false);

    plan.registryAway = false;
    assertThatThrownBy(
            () ->
                plan.planning.submit(
                    new Seen("messages/a", created.revision()), new Doing(CMO, "")))
        .isInstanceOf(InvalidFields.class);
  }

  private static Content ofUnit(String unit, Content content) {
    return new Content(
        content.title(),
        unit,
        content.messageClass(),
        content.channel(),
        content.audience(),
        content.plannedTime(),
        content.text(),
        content.topic(),
        content.offer());
  }
}
