package org.masterplan.registry.community.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a community stands in the plan.
 *
 * @param submitter who submitted it, empty if nobody did; nobody approves what they submitted
 * @param reason the reason given with the last change of state
 * @param answersDue until when an unpermitted community owes its answers
 */
public record Standing(
    State state, Permit permit, String submitter, String reason, Optional<LocalDate> answersDue) {
  static final Standing DRAFT =
      new Standing(State.DRAFT, Permit.PERMITTED, "", "", Optional.empty());

  static Standing adopted(LocalDate answersDue) {
    return new Standing(State.LIVE, Permit.UNPERMITTED, "", "", Optional.of(answersDue));
  }

  Standing moved(State next, String why) {
    return new Standing(next, permit, submitter, why, answersDue);
  }

  Standing submittedBy(String who) {
    return new Standing(state, permit, who, reason, answersDue);
  }

  Standing permitted() {
    return new Standing(state, Permit.PERMITTED, submitter, reason, Optional.empty());
  }
}
