package org.masterplan.profiles.source.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.dictionary.domain.BirthDates;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.dictionary.domain.Readings;
import org.masterplan.profiles.source.domain.Following;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.domain.WholeName;

/**
 * What is right of a record, as somebody has said it.
 *
 * @param values in their fields' one form; an empty one is taken away
 */
record RightValues(Map<String, String> values) {
  /** Throws {@link InvalidFields} naming everything that cannot be right. */
  static RightValues read(Rectifying.Wish wish, LocalDate today) {
    var wrong = new ArrayList<Violation>();
    var right = new LinkedHashMap<String, String>();
    if (wish.reason().isBlank()) {
      wrong.add(Violation.required("reason"));
    }
    if (wish.values().isEmpty()) {
      wrong.add(Violation.required("values"));
    }
    new TreeMap<>(wish.values())
        .forEach(
            (field, written) -> {
              var value = written.isBlank() ? Optional.of("") : Readings.read(field, written, "");
              wrong(field, value, today)
                  .ifPresentOrElse(wrong::add, () -> right.put(field, value.orElse("")));
            });
    if (!wrong.isEmpty()) {
      throw new InvalidFields(wrong);
    }
    return new RightValues(right);
  }

  private static Optional<Violation> wrong(String field, Optional<String> value, LocalDate today) {
    if (!Dictionary.isField(field)) {
      var expected = String.join(", ", Dictionary.FIELDS);
      return wrong(field, "MAPPING_FIELD", Map.of("value", field, "expected", expected));
    }
    if (value.isEmpty()) {
      return wrong(field, "VALUE_FORM", Map.of("field", field));
    }
    var read = value.get();
    if (read.isEmpty() || Readings.possible(field, read, today)) {
      return Optional.empty();
    }
    var about =
        Map.of(
            "field", field,
            "value", Masks.mask(field, read),
            "first", BirthDates.first(read),
            "last", BirthDates.last(read, today));
    return wrong(field, "BIRTH_IMPOSSIBLE", about);
  }

  private static Optional<Violation> wrong(String field, String reason, Map<String, String> about) {
    return Optional.of(new Violation("values." + field, reason, about));
  }

  /**
   * With what follows for that record: the year of a day, the whole name of its parts. Throws
   * {@link InvalidFields} where day and year of birth would contradict each other.
   */
  Map<String, String> of(SourceRecord known) {
    var all = new LinkedHashMap<>(values);
    year(known).ifPresent(year -> all.putIfAbsent(Dictionary.BIRTH_YEAR, year));
    refuseTwoBirths(known, all);
    wholeName(known).ifPresent(name -> all.put(Dictionary.FULL_NAME, name));
    return all;
  }

  /** A whole name that does not just say its parts, nor has them already, is set right as one. */
  private Optional<String> wholeName(SourceRecord known) {
    var changed =
        Following.NAME_PARTS.stream().filter(part -> !isSame(part, known.values())).toList();
    if (changed.isEmpty() || values.containsKey(Dictionary.FULL_NAME)) {
      return Optional.empty();
    }
    if (Following.isNameOfParts(known.values())) {
      return Optional.of(Following.name(known.values(), values));
    }
    var after = new LinkedHashMap<>(known.values());
    after.putAll(values);
    var missing = WholeName.of(after.getOrDefault(Dictionary.FULL_NAME, "")).missing(after);
    var wrong = changed.stream().filter(part -> missing.contains(part) || isTakenAway(part));
    var violations = wrong.map(RightValues::ofAWholeName).toList();
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
    return Optional.empty();
  }

  private boolean isTakenAway(String field) {
    return values.getOrDefault(field, "").isEmpty();
  }

  private boolean isSame(String field, Map<String, String> known) {
    var now = known.getOrDefault(field, "");
    return values.getOrDefault(field, now).equals(now);
  }

  private static Violation ofAWholeName(String part) {
    return new Violation("values." + part, "NAME_WHOLE", Map.of("field", part));
  }

  /** A day brings its year along, and takes it along, unless the year was said by itself. */
  private Optional<String> year(SourceRecord known) {
    var day = values.get(Dictionary.BIRTH_DATE);
    var was = known.values().getOrDefault(Dictionary.BIRTH_DATE, "");
    var year = known.values().getOrDefault(Dictionary.BIRTH_YEAR, "");
    boolean follows = year.isEmpty() || was.startsWith(year);
    return day == null || !follows ? Optional.empty() : Optional.of(yearOf(day));
  }

  private static String yearOf(String day) {
    return day.isEmpty() ? "" : day.substring(0, 4);
  }

  private void refuseTwoBirths(SourceRecord known, Map<String, String> all) {
    var after = new LinkedHashMap<>(known.values());
    after.putAll(all);
    var day = after.getOrDefault(Dictionary.BIRTH_DATE, "");
    var year = after.getOrDefault(Dictionary.BIRTH_YEAR, "");
    if (day.isEmpty() || year.isEmpty() || yearOf(day).equals(year)) {
      return;
    }
    var said = List.of(Dictionary.BIRTH_DATE, Dictionary.BIRTH_YEAR);
    var about = Map.of("day", Masks.mask(Dictionary.BIRTH_DATE, day), "year", year);
    var wrong = said.stream().filter(values::containsKey);
    var violations = wrong.map(f -> new Violation("values." + f, "TWO_BIRTHS", about)).toList();
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
  }
}
