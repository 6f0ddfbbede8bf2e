package org.masterplan.abandonment.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.masterplan.abandonment.domain.Observation;

/** Until when communities were looked at. Passes {@code ObservationsContract}. */
public interface Observations {
  /**
   * Keeps both together as {@link Observation#and} has it; answers whether that changed until when
   * the community counts as looked at.
   */
  boolean extend(Observation observation);

  Optional<Observation> find(String community);

  /** Every community that was ever looked at, by id. */
  List<Observation> all();

  /** The latest end of all; empty if nobody ever looked. */
  default Optional<Instant> latest() {
    return all().stream().map(Observation::until).max(Instant::compareTo);
  }
}
