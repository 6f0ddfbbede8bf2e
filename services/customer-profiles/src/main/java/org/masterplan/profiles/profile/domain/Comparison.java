package org.masterplan.profiles.profile.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Names;

/** One field of two records, or profiles; empty where one says nothing. */
public record Comparison(String field, String left, String right) {
  /** What is a person's own and does not change: another value is another person, or a mistake. */
  private static final Set<String> LASTING =
      Set.of(
          Dictionary.FULL_NAME,
          Dictionary.BIRTH_DATE,
          Dictionary.BIRTH_YEAR,
          Dictionary.GENDER,
          Dictionary.NATIONAL_ID);

  /** How two values stand to each other. */
  public enum Likeness {
    /** Alike, give or take case and marks. */
    EQUAL,
    /** Not alike, and yet no contradiction. */
    NEAR,
    /** Not alike. */
    OTHER,
    LEFT_ONLY,
    RIGHT_ONLY
  }

  /** Everything that either of them says, in the order in which people read it. */
  public static List<Comparison> of(Map<String, String> left, Map<String, String> right) {
    var fields = new ArrayList<>(Dictionary.FIELDS);
    var rest = new TreeSet<>(left.keySet());
    rest.addAll(right.keySet());
    fields.forEach(rest::remove);
    fields.addAll(rest);
    var all = new ArrayList<Comparison>();
    for (var field : fields) {
      var each = new Comparison(field, left.getOrDefault(field, ""), right.getOrDefault(field, ""));
      if (!each.left().isEmpty() || !each.right().isEmpty()) {
        all.add(each);
      }
    }
    return all;
  }

  /** How the two stand to each other. */
  public Likeness likeness() {
    if (left.isEmpty()) {
      return Likeness.RIGHT_ONLY;
    }
    if (right.isEmpty()) {
      return Likeness.LEFT_ONLY;
    }
    if (Texts.fold(left).equals(Texts.fold(right))) {
      return Likeness.EQUAL;
    }
    return near() ? Likeness.NEAR : Likeness.OTHER;
  }

  /** Whether the two cannot both be right of one person. */
  public boolean contradicts() {
    return LASTING.contains(field) && likeness() == Likeness.OTHER;
  }

  private boolean near() {
    return switch (field) {
      case Dictionary.FULL_NAME, Dictionary.GIVEN_NAME, Dictionary.MIDDLE_NAME ->
          Names.compatible(words(left), words(right));
      default -> false;
    };
  }

  private static String[] words(String name) {
    return Names.words(Map.of(Dictionary.FULL_NAME, name));
  }
}
