package org.masterplan.profiles.consent.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.NotFound;
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
  private final Bars bars;
  private final Reading reading;

  public DoNotCall(Bars bars, Reading reading) {
    this.bars = bars;
    this.reading = reading;
  }

  /** Bars every number before this answers; throws {@code Unavailable} if one cannot be. */
  public ImportOutcome run(Rows rows, ImportTally tally) {
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good row -> take(row, tally);
      }
    }
    return tally.outcome();
  }

  private void take(Row.Good row, ImportTally tally) {
    var number = PhoneNumbers.normalise(row.value("phone"));
    if (number.isEmpty()) {
      tally.rejected(row.refused("phone", "DO_NOT_CALL_NUMBER", Map.of()));
      return;
    }
    bars.bar(person(number.get()));
    tally.imported();
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
