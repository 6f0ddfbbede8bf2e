package org.masterplan.registry.portfolio.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Health;
import org.masterplan.registry.community.domain.Permit;
import org.masterplan.registry.community.domain.State;

/** What the portfolio keeps of one community while it adds up. */
record Line(
    String name,
    State state,
    Health health,
    List<String> segments,
    long declared,
    long known,
    Optional<Instant> waitsSince) {

  static Line of(Community community, Map<String, Long> known) {
    var name = community.name().toString();
    return new Line(
        name,
        community.standing().state(),
        community.wellbeing().map(w -> w.health()).orElse(Health.NOT_OBSERVED),
        community.intent().segments(),
        community.declaredMembers(),
        known.getOrDefault(name, 0L),
        waits(community) ? Optional.of(community.times().updated()) : Optional.empty());
  }

  boolean isOnThePlan() {
    return state != State.ARCHIVED;
  }

  boolean isLiving() {
    return state.isLiving();
  }

  /** Whether it is for that segment; the empty one stands for none. */
  boolean isFor(String segment) {
    return segment.isEmpty() ? segments.isEmpty() : segments.contains(segment);
  }

  /** A proposal, or the answers of what lived before the plan. */
  private static boolean waits(Community community) {
    var standing = community.standing();
    return standing.state() == State.PROPOSED
        || (standing.permit() == Permit.UNPERMITTED
            && standing.state().isLiving()
            && !standing.submitter().isEmpty());
  }
}
