package org.masterplan.registry.community.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.registry.community.domain.Standing.Outcome;

/** The gates between a community's states, and what each asks. */
public final class LifeCycle {
  /** A step that a person may take. */
  public enum Step {
    SUBMIT,
    RETURN,
    APPROVE,
    LAUNCH,
    PAUSE,
    RESUME,
    RETIRE,
    ARCHIVE
  }

  /**
   * Who takes a step, when and why.
   *
   * @param why the reason given; empty where none is asked
   */
  public record Decision(Step step, Actor actor, String why, Instant now) {}

  private LifeCycle() {}

  /** The community after the step; refuses if its state or its answers do not allow it. */
  public static Community after(Community community, Decision decision) {
    return switch (decision.step()) {
      case SUBMIT -> submit(community, decision);
      case RETURN -> returned(community, decision);
      case APPROVE -> approve(community, decision);
      case LAUNCH -> launch(community, decision);
      case PAUSE -> pause(community, decision);
      case RESUME -> resume(community, decision);
      case RETIRE ->
          move(community, decision, State.RETIRING, EnumSet.of(State.LIVE, State.PAUSED));
      case ARCHIVE ->
          move(
              community,
              decision,
              State.ARCHIVED,
              EnumSet.of(State.RETIRING, State.DRAFT, State.APPROVED));
    };
  }

  private static Community submit(Community community, Decision decision) {
    var adopted = isAdopted(community);
    if (!adopted) {
      require(community, decision, EnumSet.of(State.DRAFT));
    }
    SubmissionRules.check(community);
    var submitted = community.standing().submittedBy(decision.actor().subject(), decision.now());
    return community.with(
        adopted ? submitted : submitted.moved(State.PROPOSED, decision.why()), decision.now());
  }

  private static Community returned(Community community, Decision decision) {
    if (isAdopted(community) && !community.standing().submitter().isEmpty()) {
      return sentBack(community, decision, State.LIVE);
    }
    require(community, decision, EnumSet.of(State.PROPOSED));
    return sentBack(community, decision, State.DRAFT);
  }

  private static Community sentBack(Community community, Decision decision, State to) {
    var judged = community.standing().judged(Outcome.RETURNED, decision.now());
    return community.with(judged.submittedByNobody().moved(to, decision.why()), decision.now());
  }

  private static Community approve(Community community, Decision decision) {
    var adopted = isAdopted(community) && !community.standing().submitter().isEmpty();
    if (!adopted) {
      require(community, decision, EnumSet.of(State.PROPOSED));
    }
    if (community.standing().submitter().equals(decision.actor().subject())) {
      throw new NotAllowed("OWN_SUBMISSION", Map.of("name", community.name().toString()));
    }
    if (community.intent().serves().isEmpty()) {
      throw new WrongState("NO_CORPORATE_OBJECTIVE", Map.of("name", community.name().toString()));
    }
    var next = adopted ? State.LIVE : State.APPROVED;
    var judged = community.standing().judged(Outcome.APPROVED, decision.now());
    return community.with(judged.permitted().moved(next, decision.why()), decision.now());
  }

  /** No community goes live that nobody holds (capability 38). */
  private static Community launch(Community community, Decision decision) {
    require(community, decision, EnumSet.of(State.APPROVED));
    if (community.holding().owner().isEmpty()) {
      throw new WrongState("LAUNCH_WITHOUT_OWNER", Map.of("name", community.name().toString()));
    }
    return community.with(community.standing().moved(State.LIVE, decision.why()), decision.now());
  }

  /** Silence is meant from now on: health does not count it. */
  private static Community pause(Community community, Decision decision) {
    require(community, decision, EnumSet.of(State.LIVE));
    var now = decision.now();
    return community.with(community.standing().paused(decision.why(), now), now);
  }

  private static Community resume(Community community, Decision decision) {
    require(community, decision, EnumSet.of(State.PAUSED));
    var now = decision.now();
    return community.with(community.standing().resumed(decision.why(), now), now);
  }

  private static Community move(
      Community community, Decision decision, State next, Set<State> from) {
    require(community, decision, from);
    return community.with(community.standing().moved(next, decision.why()), decision.now());
  }

  private static boolean isAdopted(Community community) {
    var standing = community.standing();
    return standing.permit() == Permit.UNPERMITTED && standing.state() == State.LIVE;
  }

  private static void require(Community community, Decision decision, Set<State> from) {
    if (!from.contains(community.standing().state())) {
      throw new WrongState(
          "WRONG_STATE",
          Map.of(
              "name", community.name().toString(),
              "state", community.standing().state().name(),
              "step", decision.step().name(),
              "expected", from.stream().map(State::name).collect(Collectors.joining(", "))));
    }
  }
}
