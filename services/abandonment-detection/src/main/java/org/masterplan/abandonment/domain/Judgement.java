package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How well a community is. Depends on nothing but what was observed and what the register says, so
 * the same facts give the same judgement whenever they are judged.
 *
 * @param since since when the state holds, null if that cannot be told from the facts
 * @param abandoned the probabilities, null while nothing is observed
 * @param reasons why, strongest first
 * @param days how long who has been silent
 * @param observedUntil end of observation, null while nothing is observed
 * @param lastActive the last sign of life, null if there never was one
 * @param orphanTime since when nobody holds it, null while somebody does
 */
public record Judgement(
    State state,
    @Nullable Instant since,
    Basis basis,
    @Nullable Abandoned abandoned,
    List<Reason> reasons,
    Days days,
    @Nullable Instant observedUntil,
    @Nullable Instant lastActive,
    @Nullable Instant orphanTime) {

  /** What the figures say. The same words as the register's. */
  public enum State {
    NOT_OBSERVED,
    ALIVE,
    FADING,
    GHOST_SHIP,
    ORPHANED;

    /** Whether nobody steers it. */
    public boolean isAdrift() {
      return this == GHOST_SHIP || this == ORPHANED;
    }
  }

  /** On what the probabilities rest. */
  public enum Basis {
    NOTHING_OBSERVED,
    USUAL_RHYTHM,
    OWN_RHYTHM,
    HOST_RHYTHM
  }

  /** That at most one week of the next 90 and 365 days will be active. */
  public record Abandoned(Estimate days90, Estimate days365) {}

  /** Days of silence; empty for whom was never seen. {@code usual} is exceeded once in twenty. */
  public record Days(OptionalInt all, OptionalInt hosts, OptionalInt members, OptionalInt usual) {
    static final Days UNKNOWN =
        new Days(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  public Judgement {
    reasons = List.copyOf(reasons);
  }
}
