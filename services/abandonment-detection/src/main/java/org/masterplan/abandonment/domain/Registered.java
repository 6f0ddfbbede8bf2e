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
    @Nullable Instant orphanTime) {

  /** What its life cycle means for its health. */
  public enum Life {
    /** Not yet open: silence means nothing. */
    AHEAD,
    /** Open to members. */
    AFLOAT,
    /** Being closed or closed: silence is meant. */
    ENDED
  }

  public Registered {
    segments = List.copyOf(segments);
  }

  /** A community that only an import has named; the register may catch up. */
  public static Registered unknown(String community) {
    return new Registered(community, "", "", "", "", List.of(), 0, Life.AFLOAT, false, null);
  }

  /** Whether the register knows it. */
  public boolean isRegistered() {
    return !businessUnit.isEmpty();
  }
}
