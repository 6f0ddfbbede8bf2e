package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.governance.contact.domain.Reservation;

/**
 * Where the ledger remembers what became of each wish. Every implementation passes {@code
 * ReservationsContract}.
 */
public interface Reservations {
  Optional<Reservation> find(String id);

  /** Stores a new one; false, and nothing is stored, if the id is taken. */
  boolean add(Reservation reservation);

  /** Stores the revision after the one that was read; false if that is no longer there. */
  boolean replace(Reservation next);

  /** Everything recorded for these accounts, oldest first, at most {@code limit}. */
  List<Reservation> ofAccounts(List<String> keys, int limit);

  /** A message's reservations with an id after {@code after}, by id, at most {@code limit}. */
  List<Reservation> ofMessage(String message, String after, int limit);

  /** Calls back with each contact that took place since then with one of the profiles. */
  void confirmed(Collection<String> profiles, Instant since, Consumer<Reservation> use);

  /** Re-files what is recorded under one profile under another; answers how many. Idempotent. */
  int refile(String from, String to);

  /** Forgets the reservations; answers how many there were. */
  int remove(List<String> ids);
}
