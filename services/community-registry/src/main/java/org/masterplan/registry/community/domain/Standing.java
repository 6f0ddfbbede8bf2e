package org.masterplan.registry.community.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a community stands in the plan.
 *
 * @param submitter who submitted it, empty if nobody did; nobody approves what they submitted
 * @param submitted when it was submitted, empty if it was not
 * @param reason the reason given with the last change of state
 * @param answersDue until when an unpermitted community owes its answers
 * @param pause the last pause, if there ever was one: silence in it is meant
 * @param verdict the last answer to a submission, if there ever was one
 */
public record Standing(
    State state,
    Permit permit,
    String submitter,
    Optional<Instant> submitted,
    String reason,
    Optional<LocalDate> answersDue,
    Optional<Pause> pause,
    Optional<Verdict> verdict) {
  /** A stretch in which the community was PAUSED; {@code until} is empty while it is. */
  public record Pause(Instant from, Optional<Instant> until) {}

  /** What became of a submission; kept so that whoever made it can be told, whatever happens. */
  public record Verdict(String submitter, Outcome outcome, Instant at) {}

  /** How a submission may end. */
  public enum Outcome {
    APPROVED,
    RETURNED
  }

  static final Standing DRAFT =
      new Standing(
          State.DRAFT,
          Permit.PERMITTED,
          "",
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static Standing adopted(LocalDate answersDue) {
    return new Standing(
        State.LIVE,
        Permit.UNPERMITTED,
        "",
        Optional.empty(),
        "",
        Optional.of(answersDue),
        Optional.empty(),
        Optional.empty());
  }

  Standing moved(State next, String why) {
    return new Standing(next, permit, submitter, submitted, why, answersDue, pause, verdict);
  }

  Standing paused(String why, Instant now) {
    var begun = Optional.of(new Pause(now, Optional.empty()));
    return new Standing(
        State.PAUSED, permit, submitter, submitted, why, answersDue, begun, verdict);
  }

  Standing resumed(String why, Instant now) {
    var ended = pause.map(p -> new Pause(p.from(), Optional.of(now)));
    return new Standing(State.LIVE, permit, submitter, submitted, why, answersDue, ended, verdict);
  }

  Standing submittedBy(String who, Instant now) {
    return new Standing(state, permit, who, Optional.of(now), reason, answersDue, pause, verdict);
  }

  Standing submittedByNobody() {
    return new Standing(state, permit, "", Optional.empty(), reason, answersDue, pause, verdict);
  }

  Standing permitted() {
    return new Standing(
        state, Permit.PERMITTED, submitter, submitted, reason, Optional.empty(), pause, verdict);
  }

  /** Answered, while the submission still says who made it. */
  Standing judged(Outcome outcome, Instant now) {
    var given = Optional.of(new Verdict(submitter, outcome, now));
    return new Standing(state, permit, submitter, submitted, reason, answersDue, pause, given);
  }
}
