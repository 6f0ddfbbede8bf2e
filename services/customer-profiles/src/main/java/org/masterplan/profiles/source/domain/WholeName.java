package org.masterplan.profiles.source.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/** A name as it is said in one: its surname is in front, its given name at the end. */
public record WholeName(List<String> words) {
  public WholeName {
    words = List.copyOf(words);
  }

  public static WholeName of(String name) {
    return new WholeName(split(name));
  }

  /** Case tells no two names apart; marks do. */
  private static List<String> split(String name) {
    return name.isEmpty() ? List.of() : List.of(name.toLowerCase(Locale.ROOT).split(" "));
  }

  /** Those of the parts, as far as they are said, that it does not have in their place. */
  public List<String> missing(Map<String, String> parts) {
    var surname = split(parts.getOrDefault(Dictionary.SURNAME, ""));
    var given = split(parts.getOrDefault(Dictionary.GIVEN_NAME, ""));
    boolean begins = startsWith(words, surname);
    var rest = begins ? words.subList(surname.size(), words.size()) : words;
    boolean ends = startsWith(rest.reversed(), given.reversed());
    var missing = new ArrayList<String>();
    if (!begins) {
      missing.add(Dictionary.SURNAME);
    }
    var middle = split(parts.getOrDefault(Dictionary.MIDDLE_NAME, ""));
    if (!between(begins ? surname.size() : 0, ends ? given.size() : 0, middle)) {
      missing.add(Dictionary.MIDDLE_NAME);
    }
    if (!ends) {
      missing.add(Dictionary.GIVEN_NAME);
    }
    return missing;
  }

  private static boolean startsWith(List<String> words, List<String> part) {
    return part.size() <= words.size() && words.subList(0, part.size()).equals(part);
  }

  /** Whether it has these words after so many of its first and before so many of its last. */
  private boolean between(int first, int last, List<String> middle) {
    int from = Math.max(1, first);
    int to = words.size() - Math.max(1, last);
    return middle.isEmpty()
        || from < to && Collections.indexOfSubList(words.subList(from, to), middle) >= 0;
  }
}
