package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.ContactRule.Basis;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.Judge.Standing;
import org.masterplan.governance.contact.domain.Objection;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Situation;
import org.masterplan.kernel.refusal.InvalidFields;

/** Gathers what a wish is judged by. */
final class Looking {
  /** How far from now a contact may be asked for. */
  private static final Duration HORIZON = Duration.ofDays(400);

  /** As finely as times are stored, so that what was judged is what is written. */
  private static final ChronoUnit STORED = ChronoUnit.MILLIS;

  private final Books books;
  private final Judge judge;
  private final Clock clock;

  Looking(Books books, Judge judge, Clock clock) {
    this.books = books;
    this.judge = judge;
    this.clock = clock;
  }

  Look look(Ask ask, Person person) {
    var point = books.open(Keys.point(ask, person));
    return settled(ask, person, new Standing(point, books.open(person.profile())));
  }

  /** The wish with its time settled: never before a now that its accounts have seen. */
  Look settled(Ask ask, Person person, Standing standing) {
    var clockNow = clock.instant().truncatedTo(STORED);
    var now = standing.profile().now(standing.point().now(clockNow));
    var time = ask.timeOr(now).truncatedTo(STORED);
    if (Duration.between(now, time).abs().compareTo(HORIZON) > 0) {
      throw InvalidFields.of("time", "TIME_RANGE", Map.of("value", time.toString()));
    }
    return new Look(ask.at(time), person, standing, now);
  }

  List<Objection> objections(Look look) {
    return judge.objections(look.ask(), look.person(), look.standing(), look.now());
  }

  /** What the rules of one account object to, as it stands. */
  List<Objection> objections(Set<Basis> bases, Account account, Look look) {
    var time = look.ask().timeOr(look.now());
    var now = account.now(look.now());
    return judge.objections(bases, new Situation(look.ask(), look.person(), account, time, now));
  }

  Optional<Instant> next(Look look) {
    return judge.nextAllowed(look.ask(), look.person(), look.standing(), look.now());
  }
}
