package org.masterplan.governance.contact.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Reservation;

/** What the ledger holds about a person: shown, forgotten, and moved with the person's identity. */
public final class PersonalData {
  /** More contacts than one person can have had. */
  private static final int ALL = 100_000;

  private final Books books;
  private final Accounts accounts;
  private final Reservations reservations;

  public PersonalData(Ledger.Store store) {
    this.books = new Books(store.accounts());
    this.accounts = store.accounts();
    this.reservations = store.reservations();
  }

  /** Everything held under the keys. */
  public record Held(List<Account> accounts, List<Reservation> contacts) {}

  /** Shows everything that is held under the keys (contact points and profiles). */
  public Held export(Collection<String> keys) {
    var found = accounts.find(keys).values();
    return new Held(List.copyOf(found), reservations.ofAccounts(List.copyOf(keys), ALL));
  }

  /**
   * Forgets the profiles and their contacts. A contact point that others share keeps what is
   * theirs. Idempotent; answers how many holdings were erased.
   */
  public int erase(List<String> profiles, List<String> points) {
    var contacts = reservations.ofAccounts(profiles, ALL);
    contacts.forEach(c -> books.giveBack(c.point(), c.entry()));
    int erased = accounts.remove(profiles);
    for (var point : points) {
      var left = books.changeExactly(point, PersonalData::forgetNoes);
      erased += left.entries().isEmpty() ? accounts.remove(List.of(point)) : 0;
    }
    return erased + reservations.remove(contacts.stream().map(Reservation::id).toList());
  }

  private static Optional<Account> forgetNoes(Account account) {
    return account.suppressions().isEmpty()
        ? Optional.empty()
        : Optional.of(account.lift(_ -> true));
  }

  /**
   * Folds {@code from} into {@code to}, after a merge: freezes it, so that nothing is decided there
   * meanwhile, folds its contacts by id, then sends on whoever asks for it. A call that was
   * interrupted is completed by the same call; one that comes late changes nothing.
   *
   * @param journal number of the identity decision
   * @return how many contacts were re-filed
   */
  public int merge(String from, String to, long journal) {
    var frozen = books.changeExactly(from, a -> frozen(a, to, journal));
    if (!frozen.frozen() || frozen.journal() != journal) {
      return 0;
    }
    books.changeExactly(to, a -> Optional.of(a.fold(frozen)));
    int moved = reservations.refile(from, to);
    books.changeExactly(from, a -> a.frozen() ? Optional.of(a.release()) : Optional.empty());
    return moved;
  }

  private static Optional<Account> frozen(Account account, String to, long journal) {
    return account.frozen() || journal <= account.journal()
        ? Optional.empty()
        : Optional.of(account.freeze(to, journal));
  }

  /**
   * Lets {@code to} stand for itself again, after a split of {@code from}: what was counted counts
   * for both, because counting too much is safe and counting too little is not.
   *
   * @return how many contacts now count for both
   */
  public int split(String from, String to, long journal) {
    var whole = accounts.find(from);
    var before = accounts.find(to);
    if (journal <= before.journal()) {
      return 0;
    }
    books.changeExactly(
        to,
        a -> journal <= a.journal() ? Optional.empty() : Optional.of(a.standAlone(whole, journal)));
    return whole.entries().size();
  }

  /** Whether {@code to} is now part of {@code from}, so that moving data to it is a split. */
  public boolean isPartOf(String to, String from) {
    return accounts.find(to).movedTo().equals(from);
  }
}
