package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.ContactRule.Basis;
import org.masterplan.governance.contact.domain.Judge.Standing;
import org.masterplan.governance.contact.domain.Objection;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.State;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;

/** Makes held contacts final, or gives them back. */
final class Settling {
  private final Books books;
  private final Looking looking;
  private final Reservations reservations;
  private final Clock clock;

  Settling(Books books, Looking looking, Reservations reservations, Clock clock) {
    this.books = books;
    this.looking = looking;
    this.reservations = reservations;
    this.clock = clock;
  }

  Instant confirm(String id) {
    var held = known(id);
    if (held.state() == State.CONFIRMED) {
      return held.ask().timeOr(held.taken());
    }
    mustBeGranted(held);
    var now = now(held);
    confirmBoth(held, now);
    if (!reservations.replace(held.confirmedAt(now))) {
      throw Books.busy();
    }
    return now;
  }

  /** One time for both accounts, before no now that either has seen. */
  private Instant now(Reservation held) {
    var point = books.open(held.point());
    return books
        .open(held.profile())
        .now(point.now(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private void confirmBoth(Reservation held, Instant now) {
    confirm(held, held.point(), EnumSet.of(Basis.HOURS, Basis.POINT), now);
    try {
      confirm(held, held.profile(), EnumSet.of(Basis.PROFILE), now);
    } catch (WrongState e) {
      // It is final at the contact point by now, where it may no longer count.
      release(held);
      throw e;
    }
  }

  private void confirm(Reservation held, String key, Set<Basis> bases, Instant now) {
    if (key.isEmpty()) {
      return;
    }
    books.change(
        key,
        account -> {
          mustKeep(account, held, now);
          mustPass(looking.objections(bases, account.giveBack(held.entry()), as(held, now)), held);
          return Optional.of(account.confirm(held.entry(), now));
        });
  }

  /** The wish as it stands now; who it is about was settled when it was granted. */
  private static Look as(Reservation held, Instant now) {
    var nothing = Account.empty("");
    var person = new Person(held.profile(), List.of(), List.of(), held.journal());
    return new Look(held.ask().at(now), person, new Standing(nothing, nothing), now);
  }

  private static void mustKeep(Account account, Reservation held, Instant now) {
    if (!account.keeps(held.entry(), now)) {
      throw new WrongState("RESERVATION_EXPIRED", Map.of("name", held.name()));
    }
  }

  private static void mustPass(List<Objection> objections, Reservation held) {
    if (!objections.isEmpty()) {
      var rule = objections.getFirst().policy().name();
      throw new WrongState("CONTACT_NOT_ALLOWED", Map.of("name", held.name(), "rule", rule));
    }
  }

  /** Answers whether anything was held. */
  boolean release(String id) {
    var held = known(id);
    if (held.state() == State.RELEASED || held.state() == State.WITHDRAWN) {
      return false;
    }
    mustBeGranted(held);
    release(held);
    return true;
  }

  private void release(Reservation held) {
    if (!reservations.replace(held.in(State.RELEASED))) {
      throw Books.busy();
    }
    books.giveBack(held.point(), held.entry());
    books.giveBack(held.profile(), held.entry());
  }

  private static void mustBeGranted(Reservation held) {
    if (held.state() != State.GRANTED) {
      throw new WrongState(
          "RESERVATION_STATE", Map.of("name", held.name(), "state", held.state().name()));
    }
  }

  Reservation known(String id) {
    return reservations.find(id).orElseThrow(() -> NotFound.named("reservations/" + id));
  }
}
