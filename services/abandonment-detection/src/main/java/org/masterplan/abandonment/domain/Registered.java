package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A community as the register has it, as far as its health needs it.
 *
 * @param community id of the community
 * @param owner {@code employees/{employee}}, empty if nobody
 * @param businessUnit {@code businessUnits/{unit}}
 * @param platform lower-case word
 * @param segments {@code segments/{segment}} it is for
 * @param declaredMembers members as the platform shows them
 * @param life where it stands in its life
 * @param joined somebody else's community, in which we only take part
 * @param orphanTime since when nobody holds it, null while somebody does
 * @param pause the last pause, null if there never was one
 */
public record Registered(
    String community,
    String title,
    String owner,
    String businessUnit,
    String platform,
    List<String> segments,
    long declaredMembers,
    Life life,
    boolean joined,
    @Nullable Instant orphanTime,
    @Nullable Pause pause) {

  /** What its life cycle means for its health. */
  public enum Life {
    /** Not yet open: silence means nothing. */
    AHEAD,
    /** Open to members. */
    AFLOAT,
    /** At anchor for a while, by somebody's decision: silence is meant. */
    PAUSED,
    /** Being closed or closed: silence is meant. */
    ENDED
  }

  /**
   * When a community was last paused.
   *
   * @param until when it was resumed, null while it is paused
   */
  public record Pause(Instant from, @Nullable Instant until) {}

  public Registered {
    segments = List.copyOf(segments);
  }

  /** A community that only an import has named; the register may catch up. */
  public static Registered unknown(String community) {
    return new Registered(community, "", "", "", "", List.of(), 0, Life.AFLOAT, false, null, null);
  }

  /** Whether the register knows it. */
  public boolean isRegistered() {
    return !businessUnit.isEmpty();
  }
}
