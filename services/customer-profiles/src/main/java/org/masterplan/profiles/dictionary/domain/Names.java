package org.masterplan.profiles.dictionary.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.text.Texts;

/** People's names without case, marks and order: what two spellings of one name share. */
public final class Names {
  private static final Set<String> TITLES =
      Set.of("anh", "chi", "co", "chu", "bac", "ong", "ba", "em", "mr", "mrs", "ms", "miss", "dr");
  private static final int LONG_ENOUGH_FOR_A_SLIP = 4;

  private Names() {}

  /** The folded words of a record's name, titles in front left out; empty if it has no name. */
  public static String[] words(Map<String, String> values) {
    var words = Texts.fold(display(values)).split("[^\\p{L}0-9]+");
    int from = words.length > 1 && TITLES.contains(words[0]) ? 1 : 0;
    return Arrays.stream(words, from, words.length)
        .filter(w -> !w.isEmpty())
        .toArray(String[]::new);
  }

  /** The record's name as people read it: the full name, else its parts; empty if there is none. */
  public static String display(Map<String, String> values) {
    var full = values.get(Dictionary.FULL_NAME);
    if (full != null) {
      return full;
    }
    var parts =
        values.getOrDefault(Dictionary.SURNAME, "")
            + " "
            + values.getOrDefault(Dictionary.MIDDLE_NAME, "")
            + " "
            + values.getOrDefault(Dictionary.GIVEN_NAME, "");
    return Texts.canonical(parts);
  }

  /**
   * Whether two names may be one person's: every word of the shorter has its like in the longer, in
   * any order, give or take one slip of the keyboard or an initial. Absence contradicts nothing.
   */
  public static boolean compatible(String[] left, String[] right) {
    var shorter = left.length <= right.length ? left : right;
    var longer = shorter == left ? right : left;
    var used = new boolean[longer.length];
    for (var word : shorter) {
      if (!take(word, longer, used)) {
        return false;
      }
    }
    return true;
  }

  private static boolean take(String word, String[] words, boolean[] used) {
    for (int i = 0; i < words.length; i++) {
      if (!used[i] && alike(word, words[i])) {
        used[i] = true;
        return true;
      }
    }
    return false;
  }

  private static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.length() == 1 || b.length() == 1) {
      return a.charAt(0) == b.charAt(0);
    }
    return Math.min(a.length(), b.length()) >= LONG_ENOUGH_FOR_A_SLIP && oneSlip(a, b);
  }

  /** One letter changed, dropped or added. */
  private static boolean oneSlip(String a, String b) {
    var shorter = a.length() <= b.length() ? a : b;
    var longer = shorter.equals(a) ? b : a;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    int skip = shorter.length() == longer.length() ? 1 : 0;
    return shorter.substring(Math.min(i + skip, shorter.length())).equals(longer.substring(i + 1));
  }
}
