package org.masterplan.profiles.consent.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.dictionary.domain.PhoneNumbers;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Takes the register of numbers in that nobody may advertise to. Nothing of it is kept here: the
 * ledger of governance holds it by number, so that it also holds of whoever becomes a customer
 * later.
 */
public final class DoNotCall {
  /** Of a longer file later numbers may count twice: what is remembered is kept in memory. */
  private static final int MAX_REMEMBERED = 500_000;

  private final Bars bars;
  private final Reading reading;

  public DoNotCall(Bars bars, Reading reading) {
    this.bars = bars;
    this.reading = reading;
  }

  /** Bars every number before this answers; throws {@code Unavailable} if one cannot be. */
  public ImportOutcome run(Rows rows, ImportTally tally) {
    var barred = new HashSet<String>();
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good row -> take(row, barred, tally);
      }
    }
    return tally.outcome();
  }

  /** A number that the file has named before is no further one. */
  private void take(Row.Good row, Set<String> barred, ImportTally tally) {
    var number = PhoneNumbers.normalise(row.value("phone"));
    if (number.isEmpty()) {
      tally.rejected(row.refused("phone", "DO_NOT_CALL_NUMBER", Map.of()));
      return;
    }
    if (barred.contains(number.get())) {
      tally.unchanged();
      return;
    }
    bars.bar(person(number.get()));
    if (barred.size() < MAX_REMEMBERED) {
      barred.add(number.get());
    }
    tally.imported();
  }

  /**
   * What became of those who hold a number that was taken off, by their names.
   *
   * @param freed nothing on the register bars them any more
   * @param barred another number of theirs does
   */
  public record Removed(List<String> freed, List<String> barred) {}

  /**
   * Takes a number off the register. Throws {@link NotFound} if it is not on it, and {@code
   * Unavailable} if that cannot be done now.
   */
  public Removed remove(String written) {
    var number =
        PhoneNumbers.normalise(written)
            .orElseThrow(() -> InvalidFields.of("phone", "DO_NOT_CALL_NUMBER", Map.of()));
    if (!bars.isBarred(List.of(number))) {
      throw new NotFound("DO_NOT_CALL_UNKNOWN", Map.of());
    }
    var freed = new ArrayList<String>();
    var barred = new ArrayList<String>();
    for (var holder : holders(number)) {
      if (isBarredBesides(number, holder)) {
        barred.add(holder.name());
      } else {
        bars.unbar(new Suppressions.Person(holder.names(), List.of(), List.of()));
        freed.add(holder.name());
      }
    }
    // Last, so that the same call finds it once more if this one broke off.
    bars.unbar(new Suppressions.Person(List.of(), List.of(number), List.of()));
    return new Removed(freed, barred);
  }

  private boolean isBarredBesides(String number, Profile holder) {
    var others = holder.all(Dictionary.PHONE).stream().filter(p -> !p.equals(number)).toList();
    return !others.isEmpty() && bars.isBarred(others);
  }

  /** It may have been one's own when it was registered, and others' since. */
  private List<Profile> holders(String number) {
    try {
      var found = reading.lookup(new Key(Dictionary.PHONE, number));
      var names = new ArrayList<>(List.of(found.profile().name()));
      names.addAll(found.also());
      return reading.all(names);
    } catch (NotFound | WrongState _) {
      // Nobody's, or a crowd's: it bars no person.
      return List.of();
    }
  }

  /** The number, and whoever it belongs to alone: their contacts may be written without it. */
  private Suppressions.Person person(String number) {
    var names = owner(number).map(Profile::names).orElse(List.of());
    return new Suppressions.Person(names, List.of(number), List.of());
  }

  private Optional<Profile> owner(String number) {
    var key = new Key(Dictionary.PHONE, number);
    try {
      return reading.alone(key) ? Optional.of(reading.lookup(key).profile()) : Optional.empty();
    } catch (NotFound _) {
      return Optional.empty();
    }
  }
}
