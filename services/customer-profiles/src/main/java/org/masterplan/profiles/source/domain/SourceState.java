package org.masterplan.profiles.source.domain;

import java.util.Optional;

/** Where an old database is on its way into the plan, in the order of the way. */
public enum SourceState {
  /** Known, and nothing more. */
  REGISTERED,
  /** A steward stands behind its mapping. */
  MAPPED,
  /** Its records are part of the profiles. */
  LOADED,
  /** A steward has signed that no row of it is missing. */
  RECONCILED,
  /** The plan answers beside it, and is compared with it. */
  SHADOW,
  /** What is corrected is corrected in the plan, and given back to it. */
  MASTER_HERE,
  /** Nobody writes into it any more. */
  READ_ONLY,
  /** Switched off: the plan answers for it. */
  RETIRED;

  /** The state after this one; none if the database is replaced. */
  public Optional<SourceState> next() {
    return this == RETIRED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** The state before this one, if a person may go back to it. */
  public Optional<SourceState> previous() {
    return switch (this) {
      case SHADOW, MASTER_HERE, READ_ONLY -> Optional.of(values()[ordinal() - 1]);
      case REGISTERED, MAPPED, LOADED, RECONCILED, RETIRED -> Optional.empty();
    };
  }

  /** Whether rows may still come from the database. */
  public boolean isOpen() {
    return compareTo(READ_ONLY) < 0;
  }
}
