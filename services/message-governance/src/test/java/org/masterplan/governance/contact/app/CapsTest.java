package org.masterplan.governance.contact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.State;
import org.masterplan.governance.contact.domain.RollingWindow;
import org.masterplan.governance.contact.domain.Suppression;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;

/** However many push at once, in whatever order of time, no limit is exceeded. */
class CapsTest {
  static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  static final RollingWindow SMS_A_DAY = new RollingWindow(3, Duration.ofHours(24));
  static final RollingWindow ATTENTION = ContactLimits.DEFAULTS.attention();

  /** One thing that somebody does; {@code kind} picks what. */
  record Act(int kind, int person, Channel channel, int minutes) {}

  ManualClock clock = new ManualClock(START);
  Ledger.Store store = new Ledger.Store(new InMemoryAccounts(), new InMemoryReservations());

  @Property
  @Tag("cap-12")
  void cap012_noLimitIsExceeded_underConcurrentAsks(@ForAll("schedules") List<Act> acts)
      throws Exception {
    clock = new ManualClock(START);
    store = new Ledger.Store(new InMemoryAccounts(), new InMemoryReservations());
    runTogether(acts);

    for (int p = 0; p < 3; p++) {
      var person = person(p);
      mustHold(SMS_A_DAY, person.points().getFirst().key(), CapsTest::advertises);
      mustHold(ATTENTION, person.profile(), _ -> true);
    }
  }

  @Provide
  Arbitrary<List<Act>> schedules() {
    var channels = Arbitraries.of(Channel.SMS, Channel.SMS, Channel.EMAIL, Channel.APP);
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 2),
            channels,
            Arbitraries.integers().between(0, 3 * 24 * 60))
        .as(Act::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(80);
  }

  private void runTogether(List<Act> acts) throws Exception {
    // Two ledgers over one store: two instances of the service, which share no locks.
    var ledgers = List.of(ledger(), ledger());
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks = new ArrayList<Callable<Void>>();
      for (int i = 0; i < acts.size(); i++) {
        var act = acts.get(i);
        var id = "w" + i;
        var ledger = ledgers.get(i % 2);
        tasks.add(() -> carryOut(act, id, ledger));
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  private Void carryOut(Act act, String id, Ledger ledger) {
    try {
      var asked = act.kind() == 9 ? null : START.plus(Duration.ofMinutes(act.minutes()));
      var ask = new Ask(id, act.channel(), MessageClass.PROMOTION, asked, Ask.Origin.NONE);
      var decision = ledger.reserve(ask, person(act.person()));
      if (decision.granted() && act.kind() < 3) {
        ledger.confirm(decision.reservation());
      } else if (decision.granted() && act.kind() == 3) {
        ledger.release(decision.reservation());
      } else if (act.kind() == 4) {
        clock.turn(Duration.ofMinutes(act.minutes() / 8 - 100));
      } else if (act.kind() == 5) {
        var no = new Suppression(Channel.EMAIL, null, "withdrawal", START);
        new Suppressing(store, clock).suppress(List.of(person(act.person()).profile()), no);
      }
    } catch (WrongState | Unavailable _) {
      // Refused while confirming, or too busy: nothing was granted by this act.
    }
    return null;
  }

  /** Judged from the record of grants alone, by counting, not by the ledger's own arithmetic. */
  private void mustHold(RollingWindow window, String key, Predicate<Reservation> kind) {
    var times =
        store.reservations().ofAccounts(List.of(key), 10_000).stream()
            .filter(r -> r.state() == State.GRANTED || r.state() == State.CONFIRMED)
            .filter(kind)
            .map(r -> r.ask().timeOr(r.taken()))
            .toList();
    for (var start : times) {
      var end = start.plus(window.length());
      var inside = times.stream().filter(t -> !t.isBefore(start) && t.isBefore(end)).count();
      assertThat(inside)
          .as("contacts from %s at %s", start, key)
          .isLessThanOrEqualTo(window.most());
    }
  }

  private Ledger ledger() {
    var judge = new Judge(new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7})));
    return new Ledger(store, judge, clock, Duration.ofDays(30));
  }

  /** Persons 0 and 1 share a phone. */
  private static Person person(int number) {
    var phone = ContactPoint.phone("phone", number < 2 ? "0901234567" : "0907654321");
    return People.at("p" + number, phone, People.mailbox("p" + number));
  }

  private static boolean advertises(Reservation contact) {
    return contact.ask().channel() == Channel.SMS;
  }
}
