package org.masterplan.profiles.consent.app;

import java.util.Collection;
import java.util.List;
import org.masterplan.profiles.consent.domain.Consent;

/** The ledger of consent. Every implementation passes {@code ConsentsContract}. */
public interface Consents {
  /**
   * Writes words down, durably; answers how many are new. Idempotent by id. A new withdrawal is
   * untold until {@link #told}.
   */
  long add(Collection<Consent> consents);

  /** Everything said about any of the subjects, newest first. */
  List<Consent> about(Collection<String> subjects);

  /** Withdrawals that governance has still to be told, oldest first, at most {@code limit}. */
  List<Consent> untold(int limit);

  /** Governance has been told. */
  void told(Consent consent);

  /** Forgets everything about the subjects; answers how many words there were. */
  long erase(Collection<String> subjects);
}
