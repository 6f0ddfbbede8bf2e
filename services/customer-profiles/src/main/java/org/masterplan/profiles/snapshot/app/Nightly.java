package org.masterplan.profiles.snapshot.app;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.masterplan.kernel.actor.Actor;

/** One masked snapshot a night; those that are too old go. */
public final class Nightly {
  private final TakingSnapshots taking;
  private final Shelf shelf;
  private final When when;
  private final Clock clock;

  /**
   * When, and how long it stays.
   *
   * @param hour of the day from which the night's snapshot is due
   * @param keep how many snapshots stay
   */
  public record When(int hour, ZoneId zone, int keep) {}

  public Nightly(TakingSnapshots taking, Shelf shelf, When when, Clock clock) {
    this.taking = taking;
    this.shelf = shelf;
    this.when = when;
    this.clock = clock;
  }

  /** Takes the night's snapshot if it is due; {@code check} throws if this must stop. */
  public void round(Runnable check) {
    if (!shelf.exists()) {
      return;
    }
    if (due()) {
      var order = new TakingSnapshots.Order(Actor.service("customer-profiles"), "");
      taking.take(order, _ -> check.run());
    }
    check.run();
    shelf.keep(when.keep());
  }

  private boolean due() {
    var now = ZonedDateTime.ofInstant(clock.instant(), when.zone());
    var today = now.toLocalDate().atTime(when.hour(), 0).atZone(when.zone());
    var last = today.isAfter(now) ? today.minusDays(1) : today;
    return shelf.list().stream()
        .filter(snapshot -> snapshot.purpose().isEmpty())
        .noneMatch(snapshot -> !snapshot.takenAt().isBefore(last.toInstant()));
  }
}
