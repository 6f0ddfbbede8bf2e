package org.masterplan.profiles.effect.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Promotions with a hold-out, as governance keeps them. Throws {@code Unavailable} if it is away.
 */
public interface Trials {
  /**
   * A promotion that part of its audience did without.
   *
   * @param message {@code messages/{message}}
   * @param unit {@code businessUnits/{unit}} whose message it is
   * @param released since when it has been out
   * @param reached names of profiles that got it
   * @param heldOut names of profiles that were drawn to do without
   */
  record Trial(
      String message, String unit, Instant released, Set<String> reached, Set<String> heldOut) {}

  /**
   * Those for the community that were planned since then, the newest first; at most twenty. Of whom
   * they reached and held out, only these names.
   *
   * @param units whose promotions count, the twenty among them; empty: anybody's
   */
  List<Trial> of(String community, Instant since, Set<String> among, Optional<Set<String>> units);
}
