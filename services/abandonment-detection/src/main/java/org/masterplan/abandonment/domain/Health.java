package org.masterplan.abandonment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A community's health as it is kept: the judgement, who is there, and what is done about it.
 *
 * @param registered the community as the register had it when it was judged
 * @param stateTime since when the state holds, as far as can be told
 * @param attendance who was seen, null while nothing is observed
 * @param aboard who is aboard, null unless it is adrift
 * @param rescueCase id of the open case, empty if none
 * @param evaluated when this was computed
 * @param revision 0 until it is stored
 */
public record Health(
    Registered registered,
    Judgement judgement,
    Instant stateTime,
    @Nullable Attendance attendance,
    @Nullable Aboard aboard,
    String rescueCase,
    Instant evaluated,
    long revision) {

  public String community() {
    return registered.community();
  }

  /**
   * Whether it is a ghost ship: nobody steers it, and it is meant to sail. Whoever pauses a
   * community steers it, so a paused one is adrift only once nobody holds it any more.
   */
  public boolean isAdrift() {
    return switch (registered.life()) {
      case AHEAD, ENDED -> false;
      case AFLOAT -> judgement.state().isAdrift();
      case PAUSED -> judgement.state() == Judgement.State.ORPHANED;
    };
  }

  /** Whether both say the same, whenever they were computed. */
  public boolean saysTheSameAs(Health other) {
    return equals(
        new Health(
            other.registered,
            other.judgement,
            other.stateTime,
            other.attendance,
            other.aboard,
            other.rescueCase,
            evaluated,
            revision));
  }

  public Health withRescueCase(String id) {
    return new Health(
        registered, judgement, stateTime, attendance, aboard, id, evaluated, revision);
  }
}
