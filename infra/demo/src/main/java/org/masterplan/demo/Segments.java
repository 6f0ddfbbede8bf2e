package org.masterplan.demo;

import java.time.LocalDate;
import java.util.List;

/** The rule that puts a person into a customer segment; the same as in segments.jsonl. */
final class Segments {
  private record Rule(String id, int from, int to, String gender) {
    boolean holds(LocalDate born, boolean female) {
      boolean fits = gender.isEmpty() || gender.equals(female ? "FEMALE" : "MALE");
      return fits && born.getYear() >= from && born.getYear() <= to;
    }
  }

  private final List<Rule> rules =
      Resources.lines("segments.jsonl").stream()
          .map(
              line ->
                  new Rule(
                      Json.text(line, "id"),
                      Integer.parseInt(Json.text(line, "minBirthYear")),
                      Integer.parseInt(Json.text(line, "maxBirthYear")),
                      Json.text(line, "gender")))
          .toList();

  /** One of those that hold. */
  String of(LocalDate born, boolean female, Draw draw) {
    return draw.pick(rules.stream().filter(rule -> rule.holds(born, female)).toList()).id();
  }
}
