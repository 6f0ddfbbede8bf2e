package org.masterplan.profiles.source.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.source.domain.Source.Description;

/** The days between which a source's values were collected, as its keepers say. */
public final class CollectionDays {
  private CollectionDays() {}

  /** Throws {@link InvalidFields} unless both are days of the calendar, the later one not first. */
  public static void check(Description description) {
    var wrong = new ArrayList<Violation>();
    var from = day("source.collected_from", description.collectedFrom(), wrong);
    var until = day("source.collected_until", description.collectedUntil(), wrong);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      wrong.add(
          wrong("source.collected_until", "COLLECTED_BACKWARDS", description.collectedUntil()));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidFields(wrong);
    }
  }

  private static Optional<LocalDate> day(String field, String text, List<Violation> wrong) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      wrong.add(wrong(field, "COLLECTED_DAY", text));
      return Optional.empty();
    }
  }

  private static Violation wrong(String field, String reason, String value) {
    return new Violation(field, reason, Map.of("field", field, "value", value));
  }
}
