package org.masterplan.governance.contact.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Suppression;

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
   * theirs, and one on the register of numbers that nobody may advertise to stays on it: that is
   * the law's, and holds of whoever has the number next. Idempotent; answers how many holdings were
   * erased.
   */
  public int erase(List<String> profiles, List<String> points) {
    var contacts = reservations.ofAccounts(profiles, ALL);
    contacts.forEach(c -> books.giveBack(c.point(), c.entry()));
    int erased = accounts.remove(profiles);
    for (var point : points) {
      var left = books.changeExactly(point, PersonalData::forgetNoes);
      erased += isEmpty(left) ? accounts.remove(List.of(point)) : 0;
    }
    return erased + reservations.remove(contacts.stream().map(Reservation::id).toList());
  }

  private static Optional<Account> forgetNoes(Account account) {
    return account.suppressions().stream().allMatch(Suppression::isOfTheRegister)
        ? Optional.empty()
        : Optional.of(account.lift(no -> !no.isOfTheRegister()));
  }

  private static boolean isEmpty(Account account) {
    return account.entries().isEmpty() && account.suppressions().isEmpty();
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
    var loser = books.changeExactly(from, a -> moved(a, to, journal));
    if (loser.journal() != journal || !loser.movedTo().equals(to)) {
      return 0;
    }
    if (loser.frozen()) {
      books.changeExactly(to, a -> Optional.of(a.takeIn(loser, journal)));
    }
    int moved = reservations.refile(from, to);
    books.changeExactly(from, a -> a.frozen() ? Optional.of(a.release()) : Optional.empty());
    return moved;
  }

  /** Most profiles that are merged were never contacted: there is nothing to fold. */
  private static Optional<Account> moved(Account account, String to, long journal) {
    if (account.frozen() || journal <= account.journal()) {
      return Optional.empty();
    }
    return Optional.of(
        account.unused() ? account.forward(to, journal) : account.freeze(to, journal));
  }

  /**
   * Lets {@code to} stand for itself again, after a split of {@code from}: what was counted counts
   * for both, because counting too much is safe and counting too little is not. What was reserved
   * at a contact point that went along is {@code to}'s from now on.
   *
   * @param points keys of the contact points that {@code from} has no longer
   * @return how many contacts now count for both
   */
  public int split(Split split, Collection<String> points) {
    var whole = accounts.find(split.from());
    var own =
        points.isEmpty()
            ? List.<Reservation>of()
            : reservations.ofAccounts(List.of(split.from()), ALL).stream()
                .filter(r -> points.contains(r.point()))
                .toList();
    var theirs = own.stream().map(Reservation::entry).collect(Collectors.toSet());
    var alone =
        books.changeExactly(split.to(), a -> alone(a, whole.partedFrom(theirs), split.journal()));
    if (alone.journal() != split.journal()) {
      return 0;
    }
    own.forEach(r -> refile(r.id(), split));
    return whole.entries().size();
  }

  /** A split of one profile, decided by the journal entry of that number. */
  public record Split(String from, String to, long journal) {}

  /** Also for an equal number: one decision may give a profile parts of several others. */
  private static Optional<Account> alone(Account account, Account whole, long journal) {
    return journal < account.journal()
        ? Optional.empty()
        : Optional.of(account.standAlone(whole, journal));
  }

  private void refile(String id, Split split) {
    while (true) {
      var held = reservations.find(id).filter(r -> r.profile().equals(split.from()));
      if (held.isEmpty() || reservations.replace(held.get().under(split.to()))) {
        return;
      }
    }
  }

  /** Whether {@code to} is now part of {@code from}, so that moving data to it is a split. */
  public boolean isPartOf(String to, String from) {
    return accounts.find(to).movedTo().equals(from);
  }
}
