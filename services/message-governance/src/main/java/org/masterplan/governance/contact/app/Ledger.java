package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.Judge.Standing;
import org.masterplan.governance.contact.domain.Objection;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation;

/**
 * Grants or refuses contacts so that no limit is ever exceeded, however many ask at once. A grant
 * takes the contact point first, then the profile's attention, and undoes the first if the second
 * refuses; each is one replacement of one document under its revision.
 */
public final class Ledger {
  private final Books books;
  private final Accounts accounts;
  private final Judge judge;
  private final Looking looking;
  private final Reserving reserving;
  private final Settling settling;
  private final Turns wishes = new Turns();

  /** Where the ledger is kept. */
  public record Store(Accounts accounts, Reservations reservations) {}

  /** {@code hold}: how long after its time a reserved contact is kept for its confirmation. */
  public Ledger(Store store, Judge judge, Clock clock, Duration hold) {
    this.books = new Books(store.accounts());
    this.accounts = store.accounts();
    this.judge = judge;
    this.looking = new Looking(books, judge, clock);
    this.reserving = new Reserving(books, looking, store.reservations(), hold);
    this.settling = new Settling(books, looking, store.reservations(), clock);
  }

  /** What the ledger would answer now. Writes nothing. */
  public Decision consider(Ask ask, Person person) {
    var look = looking.look(ask, person);
    return considered(looking.objections(look), looking.next(look));
  }

  /** As {@link #consider} for many people, at most 400, but without the next time. */
  public List<Decision> considerAll(Ask ask, List<Person> people) {
    var found = accounts.find(Keys.of(ask, people));
    return people.stream()
        .map(p -> looking.settled(ask, p, standing(ask, p, found)))
        .map(look -> considered(looking.objections(look), Optional.empty()))
        .toList();
  }

  private Standing standing(Ask ask, Person person, Map<String, Account> found) {
    var point = Keys.point(ask, person);
    var profile = found.getOrDefault(person.profile(), Account.empty(person.profile()));
    return new Standing(
        found.getOrDefault(point, Account.empty(point)),
        profile.movedTo().isEmpty() ? profile : books.open(person.profile()));
  }

  /**
   * Decides and, if granted, holds the contact. The same wish again gets the same answer. Throws
   * {@code Unavailable}, with nothing held for long, if the answer cannot be settled now.
   */
  public Decision reserve(Ask ask, Person person) {
    return answer(wishes.take(ask.id(), () -> reserving.reserve(ask, person)));
  }

  /** What became of a wish; throws {@code NotFound} if nobody made it. */
  public Reservation find(String id) {
    return settling.known(id);
  }

  /**
   * Makes a reserved contact final: it takes place now, and is judged once more as of now by the
   * hours, the caps and the person's no. Answers when it counts.
   */
  public Instant confirm(String id) {
    return wishes.take(id, () -> settling.confirm(id));
  }

  /** Gives a reserved contact back. Answers whether anything was held. */
  public boolean release(String id) {
    return wishes.take(id, () -> settling.release(id));
  }

  private static Decision considered(List<Objection> objections, Optional<Instant> next) {
    return objections.isEmpty()
        ? new Decision(true, "", List.of(), null, null)
        : new Decision(
            false,
            "",
            objections.stream().map(Objection::policy).toList(),
            next.orElse(null),
            null);
  }

  private Decision answer(Reservation settled) {
    var outcome = settled.outcome();
    return switch (settled.state()) {
      case GRANTED, CONFIRMED ->
          new Decision(true, settled.id(), List.of(), null, outcome.expires());
      case REFUSED, HELD_OUT, PENDING, RELEASED, WITHDRAWN ->
          new Decision(false, "", judge.named(outcome.refusals()), outcome.next(), null);
    };
  }
}
