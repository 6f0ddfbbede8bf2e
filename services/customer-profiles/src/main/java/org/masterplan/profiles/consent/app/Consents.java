package org.masterplan.profiles.consent.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.profiles.consent.domain.Consent;

/** The ledger of consent. Every implementation passes {@code ConsentsContract}. */
public interface Consents {
  /** By time, and words of one time by id. */
  Comparator<Consent> OLDEST_FIRST = Comparator.comparing(Consent::time).thenComparing(Consent::id);

  /**
   * Writes words down, durably; answers how many are new. Idempotent by id. A new withdrawal is
   * untold until {@link #told}.
   */
  long add(Collection<Consent> consents);

  /** Everything said about any of the subjects, newest first. */
  List<Consent> about(Collection<String> subjects);

  /**
   * Withdrawals that governance has still to be told, by {@link #OLDEST_FIRST}, those after {@code
   * after}, at most {@code limit}.
   */
  List<Consent> untold(Optional<Consent> after, int limit);

  /** Those of some that governance has still to be told. */
  List<Consent> untoldOf(Collection<Consent> some);

  /** Governance has been told of these. */
  void told(Collection<Consent> consents);

  /**
   * Each subject that ever agreed to that purpose on that channel, also who has withdrawn since.
   */
  void agreed(String purpose, String channel, Consumer<String> subject);

  /** Forgets everything about the subjects; answers how many words there were. */
  long erase(Collection<String> subjects);
}
