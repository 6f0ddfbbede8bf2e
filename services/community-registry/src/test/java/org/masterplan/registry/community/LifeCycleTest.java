package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.LifeCycle;
import org.masterplan.registry.community.domain.LifeCycle.Step;
import org.masterplan.registry.community.domain.Permit;
import org.masterplan.registry.community.domain.Standing;
import org.masterplan.registry.community.domain.State;

class LifeCycleTest {
  Community draft =
      Community.register(CommunityFixture.name("me-bim"), CommunityFixture.draft(), NOW);

  @Test
  @Tag("cap-1")
  void cap001_submit_namesEveryMissingAnswerWithItsGuidance() {
    var bare = Community.register(CommunityFixture.name("tra-sua"), CommunityFixture.bare(), NOW);

    assertThatThrownBy(() -> take(bare, Step.SUBMIT, DAIRY))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              assertThat(e.violations())
                  .extracting(Violation::field)
                  .contains(
                      "community.objective",
                      "community.segments",
                      "community.owner",
                      "community.deputies",
                      "community.exit_plan");
              assertThat(e.violations())
                  .allMatch(v -> TextCatalogue.shared().knows(v.reason()), "has guidance vi/en");
            });
  }

  @Test
  void submit_isRemembered_whateverIsEditedLater_untilItIsSentBack() {
    var submitted = take(draft, Step.SUBMIT, DAIRY);

    var edited = submitted.edited(submitted.draft(), NOW.plusSeconds(86_400));

    assertThat(edited.times().updated()).isAfter(NOW);
    assertThat(edited.standing().submitted()).contains(NOW);
    assertThat(take(submitted, Step.RETURN, CMO).standing().submitted()).isEmpty();
  }

  @Test
  @Tag("cap-20")
  void cap020_submit_asksWhyForWhatAndUntilWhen() {
    var intent = draft.intent();
    var silent =
        new Intent(
            intent.purpose(),
            intent.objective(),
            intent.serves(),
            intent.segments(),
            intent.productLines(),
            Intent.Answers.NONE);
    var content = draft.draft();
    var edited =
        draft.edited(
            new Community.Draft(content.title(), content.place(), silent, content.holding(), 0),
            NOW);

    assertThatThrownBy(() -> take(edited, Step.SUBMIT, DAIRY))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::field)
                    .containsExactly(
                        "community.why",
                        "community.expected_gain",
                        "community.review_date",
                        "community.exit_plan"));
  }

  @Test
  void submit_refusesADeputyWhoIsTheOwner() {
    var alone =
        new Holding(
            CommunityFixture.UNIT, "employees/lan", List.of("employees/lan"), "", Optional.empty());

    assertThatThrownBy(() -> take(draft.held(alone, NOW), Step.SUBMIT, DAIRY))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::field)
                    .containsExactly("community.deputies"));
  }

  @Test
  void approve_refusesWhoeverSubmitted() {
    var proposed = take(draft, Step.SUBMIT, CMO);

    assertThatThrownBy(() -> take(proposed, Step.APPROVE, CMO)).isInstanceOf(NotAllowed.class);
  }

  @Test
  @Tag("cap-3")
  void cap003_approve_refusesWhatServesNoCorporateObjective() {
    var intent = draft.intent();
    var aimless =
        new Intent(
            intent.purpose(),
            intent.objective(),
            List.of(),
            intent.segments(),
            List.of(),
            intent.answers());
    var content = draft.draft();
    var proposed =
        take(
            draft.edited(
                new Community.Draft(
                    content.title(), content.place(), aimless, content.holding(), 0),
                NOW),
            Step.SUBMIT,
            DAIRY);

    assertThatThrownBy(() -> take(proposed, Step.APPROVE, CMO))
        .isInstanceOfSatisfying(
            WrongState.class, e -> assertThat(e.reason()).isEqualTo("NO_CORPORATE_OBJECTIVE"));
  }

  @Test
  @Tag("cap-38")
  void cap038_launch_refusesWhatNobodyHolds() {
    var approved = take(take(draft, Step.SUBMIT, DAIRY), Step.APPROVE, CMO);

    assertThatThrownBy(() -> take(approved.orphaned(NOW), Step.LAUNCH, DAIRY))
        .isInstanceOfSatisfying(
            WrongState.class, e -> assertThat(e.reason()).isEqualTo("LAUNCH_WITHOUT_OWNER"));
  }

  @Test
  void pause_isRememberedWithItsEnd() {
    var live = take(take(take(draft, Step.SUBMIT, DAIRY), Step.APPROVE, CMO), Step.LAUNCH, DAIRY);
    assertThat(live.standing().pause()).isEmpty();

    var paused = take(live, Step.PAUSE, DAIRY);
    var resumed =
        LifeCycle.after(
            paused, new LifeCycle.Decision(Step.RESUME, DAIRY, "lại mở", NOW.plusSeconds(86_400)));
    var again = take(resumed, Step.PAUSE, DAIRY);

    assertThat(paused.standing().pause()).contains(new Standing.Pause(NOW, Optional.empty()));
    assertThat(resumed.standing().pause())
        .contains(new Standing.Pause(NOW, Optional.of(NOW.plusSeconds(86_400))));
    assertThat(again.standing().pause()).contains(new Standing.Pause(NOW, Optional.empty()));
  }

  @Test
  void wholeLife_endsInTheArchive() {
    var community = draft;
    for (var step :
        List.of(Step.SUBMIT, Step.APPROVE, Step.LAUNCH, Step.PAUSE, Step.RESUME, Step.RETIRE)) {
      community = take(community, step, step == Step.APPROVE ? CMO : DAIRY);
    }

    assertThat(take(community, Step.ARCHIVE, CMO).standing().state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void archived_allowsNoFurtherStep() {
    var archived = take(draft, Step.ARCHIVE, CMO);

    for (var step : Step.values()) {
      assertThatThrownBy(() -> take(archived, step, CMO))
          .as(step.name())
          .isInstanceOf(WrongState.class);
    }
  }

  @Test
  void adopted_isLiveAndUnpermitted_untilItsAnswersAreApproved() {
    var due = LocalDate.parse("2027-02-19");
    var adopted =
        Community.adopt(CommunityFixture.name("me-bim"), CommunityFixture.draft(), due, NOW);
    assertThat(adopted.standing().state()).isEqualTo(State.LIVE);
    assertThat(adopted.standing().permit()).isEqualTo(Permit.UNPERMITTED);
    assertThat(adopted.standing().answersDue()).contains(due);

    var permitted = take(take(adopted, Step.SUBMIT, DAIRY), Step.APPROVE, CMO);

    assertThat(permitted.standing().state()).isEqualTo(State.LIVE);
    assertThat(permitted.standing().permit()).isEqualTo(Permit.PERMITTED);
    assertThat(permitted.standing().answersDue()).isEmpty();
  }

  private static Community take(Community community, Step step, Actor actor) {
    return LifeCycle.after(community, new LifeCycle.Decision(step, actor, "vì vậy", NOW));
  }
}
