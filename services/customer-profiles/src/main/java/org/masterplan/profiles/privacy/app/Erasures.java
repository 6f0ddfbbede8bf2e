package org.masterplan.profiles.privacy.app;

import java.util.List;
import java.util.Optional;
import org.masterplan.profiles.privacy.domain.Erasure;

/** Erasures under way and done. Every implementation passes {@code ErasuresContract}. */
public interface Erasures {
  /** The erasure of that id. */
  Optional<Erasure> find(String id);

  /**
   * Stores one that begins, durably; where there is one of that id already it stays as it is.
   * Answers the one that is stored.
   */
  Erasure begin(Erasure erasure);

  /** Stores an erasure as it is now, durably. */
  void put(Erasure erasure);

  /** Those that some service has still to confirm, oldest first. */
  List<Erasure> waiting();
}
