package org.masterplan.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param batches intact ones, up to the first break
 * @param entries in them
 * @param broken the first break
 * @param suspects the entries that the break is about
 * @param unsealed entries that wait to be sealed
 * @param oldestUnsealed when the oldest of them was made
 */
public record Verdict(
    long batches,
    long entries,
    Optional<Broken> broken,
    List<Suspect> suspects,
    long unsealed,
    Optional<Instant> oldestUnsealed) {
  public Verdict {
    suspects = List.copyOf(suspects);
  }

  /** An entry that is not as it was, or is gone. */
  public record Suspect(String resource, long revision, Instant at, String actor, String act) {}

  /** A batch that is not as it was sealed. */
  public record Broken(long batch, Break how) {}

  /** How a batch can be broken. */
  public enum Break {
    MISSING,
    UNLINKED,
    ALTERED,
    CUT_OFF,
    LISTED_OTHERWISE
  }
}
