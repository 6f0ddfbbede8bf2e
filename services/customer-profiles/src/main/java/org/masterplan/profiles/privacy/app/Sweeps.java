package org.masterplan.profiles.privacy.app;

import java.util.List;
import org.masterplan.profiles.privacy.domain.Sweep;

/**
 * What retention is removing, so that nothing is left half done or untold by a stop in the middle.
 * Every implementation passes {@code SweepsContract}.
 */
public interface Sweeps {
  /** Stores it, durably, before anything is removed. */
  void begin(Sweep sweep);

  /** Those that have not ended, in the order of their ids. */
  List<Sweep> left();

  /** Forgets it: it is done, and was told. */
  void end(Sweep sweep);
}
