package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Names;

/**
 * What follows from a record's other values: the year of a day, the whole name of its parts. What
 * follows from a correction is no correction of its own, and ends with it.
 */
public final class Following {
  /** What a whole name is made of. */
  public static final List<String> NAME_PARTS =
      List.of(Dictionary.SURNAME, Dictionary.MIDDLE_NAME, Dictionary.GIVEN_NAME);

  private Following() {}

  /** Whether the whole name says just what its parts say, or nothing. */
  public static boolean isNameOfParts(Map<String, String> values) {
    var whole = values.getOrDefault(Dictionary.FULL_NAME, "");
    return whole.isEmpty() || whole.equals(name(values, Map.of()));
  }

  /** The whole name of the parts, of which some are right otherwise. */
  public static String name(Map<String, String> values, Map<String, String> right) {
    var parts = new LinkedHashMap<String, String>();
    for (var part : NAME_PARTS) {
      parts.put(part, right.getOrDefault(part, values.getOrDefault(part, "")));
    }
    return Names.display(parts);
  }

  /** What of a record was right before still is, once its source says something new. */
  record Anew(SourceRecord.Content before, Map<String, String> now) {
    /** By field; an empty one was taken away. */
    Map<String, String> right() {
      var right = new LinkedHashMap<String, String>();
      before
          .rightAt()
          .keySet()
          .forEach(
              field -> {
                if (stands(field)) {
                  right.put(field, before.values().getOrDefault(field, ""));
                }
              });
      var day = right.getOrDefault(Dictionary.BIRTH_DATE, "");
      if (!day.isEmpty()) {
        right.putIfAbsent(Dictionary.BIRTH_YEAR, day.substring(0, 4));
      }
      if (isNameOfParts(now) && NAME_PARTS.stream().anyMatch(part -> isOtherwise(part, right))) {
        right.putIfAbsent(Dictionary.FULL_NAME, name(now, right));
      }
      return right;
    }

    private boolean isOtherwise(String field, Map<String, String> right) {
      var said = now.getOrDefault(field, "");
      return !right.getOrDefault(field, said).equals(said);
    }

    /** When each was set right; what follows from it since, too. */
    Map<String, Instant> at() {
      var at = new LinkedHashMap<>(before.rightAt());
      if (at.containsKey(Dictionary.BIRTH_DATE)) {
        at.putIfAbsent(Dictionary.BIRTH_YEAR, at.get(Dictionary.BIRTH_DATE));
      }
      NAME_PARTS.stream()
          .filter(at::containsKey)
          .map(at::get)
          .max(Comparator.naturalOrder())
          .ifPresent(time -> at.putIfAbsent(Dictionary.FULL_NAME, time));
      return at;
    }

    private boolean stands(String field) {
      return isSaidAsBefore(field)
          && switch (field) {
            case Dictionary.BIRTH_YEAR -> isSaidAsBefore(Dictionary.BIRTH_DATE);
            case Dictionary.FULL_NAME -> !isNameOfParts(now) || partsStand();
            case Dictionary.SURNAME, Dictionary.MIDDLE_NAME, Dictionary.GIVEN_NAME ->
                isSaidAsBefore(Dictionary.FULL_NAME) || isSaidInParts() && !isRightWithin(field);
            default -> true;
          };
    }

    private boolean partsStand() {
      return NAME_PARTS.stream()
          .filter(before.rightAt()::containsKey)
          .allMatch(this::isSaidAsBefore);
    }

    /** Whether the whole name follows from the parts; else parts are right only within it. */
    private boolean isSaidInParts() {
      return isNameOfParts(before.asSaid().values()) && isNameOfParts(now);
    }

    /** Whether it was set right together with a whole name that says more than its parts. */
    private boolean isRightWithin(String part) {
      var at = before.rightAt();
      return !isNameOfParts(before.values())
          && Objects.equals(at.get(part), at.get(Dictionary.FULL_NAME));
    }

    private boolean isSaidAsBefore(String field) {
      var here = before.values().getOrDefault(field, "");
      return before.corrected().getOrDefault(field, here).equals(now.getOrDefault(field, ""));
    }
  }
}
