package org.masterplan.governance.contact.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.ContactRule.Basis;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Entry;
import org.masterplan.governance.contact.domain.Objection;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.Outcome;
import org.masterplan.governance.contact.domain.Reservation.State;
import org.masterplan.kernel.refusal.InvalidFields;

/** Decides wishes and holds what is granted. */
final class Reserving {
  /** Whoever decides a wish for longer than this has died. */
  private static final Duration ABANDONED = Duration.ofSeconds(30);

  private final Books books;
  private final Looking looking;
  private final Reservations reservations;
  private final Duration hold;

  Reserving(Books books, Looking looking, Reservations reservations, Duration hold) {
    this.books = books;
    this.looking = looking;
    this.reservations = reservations;
    this.hold = hold;
  }

  Reservation reserve(Ask ask, Person person) {
    var look = looking.look(ask, person);
    return reservations
        .find(ask.id())
        .map(earlier -> again(earlier, look))
        .orElseGet(() -> first(look));
  }

  private Reservation first(Look look) {
    var objections = looking.objections(look);
    var pending = Reservation.pending(look.ask(), look.accounted(), look.now());
    var written = objections.isEmpty() ? pending : pending.refusedAtOnce(refusal(objections, look));
    if (!reservations.add(written)) {
      return again(reservations.find(written.id()).orElseThrow(Books::busy), look);
    }
    return objections.isEmpty() ? carryOut(pending, look) : written;
  }

  private Reservation again(Reservation earlier, Look look) {
    if (!earlier.repeats(look.ask(), look.accounted())) {
      throw InvalidFields.of(
          "request_id", "CONTACT_REQUEST_ID_REUSED", Map.of("value", earlier.id()));
    }
    if (earlier.state() != State.PENDING) {
      return earlier;
    }
    var taken = earlier.takeOver(look.now());
    if (earlier.taken().plus(ABANDONED).isAfter(look.now()) || !reservations.replace(taken)) {
      throw Books.busy();
    }
    return carryOut(taken, new Look(taken.ask(), look.person(), look.standing(), look.now()));
  }

  private Reservation carryOut(Reservation pending, Look look) {
    var held = new ArrayList<String>();
    var granted = false;
    try {
      var objections = holdBoth(pending, look, held);
      var settled = pending.with(outcome(objections, look));
      if (!reservations.replace(settled)) {
        throw Books.busy();
      }
      granted = objections.isEmpty();
      return settled;
    } finally {
      if (!granted) {
        held.forEach(key -> books.giveBack(key, pending.entry()));
      }
    }
  }

  /** Point first, then profile; what was held when either refused is in {@code held}. */
  private List<Objection> holdBoth(Reservation pending, Look look, List<String> held) {
    var objections = hold(pending.point(), Basis.POINT, pending, look);
    if (!objections.isEmpty()) {
      return objections;
    }
    held.add(pending.point());
    objections = hold(pending.profile(), Basis.PROFILE, pending, look);
    if (objections.isEmpty()) {
      held.add(pending.profile());
    }
    return objections;
  }

  private List<Objection> hold(String key, Basis basis, Reservation pending, Look look) {
    var found = new ArrayList<Objection>();
    if (key.isEmpty()) {
      return found;
    }
    books.change(
        key,
        account -> {
          found.clear();
          found.addAll(looking.objections(EnumSet.of(basis), account, look));
          return found.isEmpty()
              ? Optional.of(account.hold(entry(pending, look), look.now()))
              : Optional.empty();
        });
    return found;
  }

  private Entry entry(Reservation pending, Look look) {
    var ask = look.ask();
    return new Entry(
        pending.entry(),
        ask.timeOr(look.now()),
        ask.channel(),
        ask.messageClass(),
        false,
        expires(look));
  }

  private Outcome outcome(List<Objection> objections, Look look) {
    return objections.isEmpty()
        ? Outcome.granted(expires(look))
        : refusal(objections, looking.look(look.ask(), look.person()));
  }

  private Outcome refusal(List<Objection> objections, Look look) {
    var rules = objections.stream().map(o -> o.policy().id()).toList();
    boolean onlyDrawn = rules.equals(List.of(ContactRules.HELD_OUT.id()));
    var state = onlyDrawn ? State.HELD_OUT : State.REFUSED;
    return new Outcome(state, rules, looking.next(look).orElse(null), null);
  }

  private Instant expires(Look look) {
    var time = look.ask().timeOr(look.now());
    return (time.isBefore(look.now()) ? look.now() : time).plus(hold);
  }
}
