package org.masterplan.profiles.census.app;

import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.census.domain.Census;

/** Where the sample of profiles is kept. Every implementation passes {@code CensusesContract}. */
public interface Censuses {
  /** The newest; {@link Census#NONE} if none was ever drawn. */
  Census current();

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(Census next, AuditEntry entry);
}
