package org.masterplan.matching.standard;

import java.util.List;

/**
 * Names that went through a system that knew only ASCII and deleted every other letter: "Nguyn Th
 * Hng" for "Nguyễn Thị Hồng". Which name it was cannot be known from it alone.
 */
public final class LostLetters {
  private static final int MAY_BE_GONE = 2;

  private LostLetters() {}

  /** Whether the folded words are what is left of a Vietnamese name. */
  static boolean seen(List<String> words) {
    if (words.size() < 2) {
      return false;
    }
    int evident = 0;
    for (var word : words) {
      boolean whole = Syllables.folded(word);
      if (!whole && !Syllables.lost(word)) {
        return false;
      }
      evident += !whole && (word.length() > 1 || word.equals(words.getFirst())) ? 1 : 0;
    }
    return evident > 0 && (evident > 1 || evidentAlone(words));
  }

  /** One odd word among whole ones must be a surname's rest in its place, or have no vowel. */
  private static boolean evidentAlone(List<String> words) {
    for (var word : words) {
      boolean voiceless = word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
      if (voiceless && word.length() > 1 && !word.equals("ng")) {
        return true;
      }
    }
    var first = words.getFirst();
    return first.length() > 2 && !Syllables.folded(first) && Syllables.lost(first);
  }

  /**
   * The consonants of a name, without d, which may be a deleted đ: the same for the name and for
   * what deleted letters left of it, so it serves as a key to find candidates by.
   *
   * @param folded words in any form, folded
   */
  public static String skeleton(String folded) {
    var skeleton = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c != ' ' && c != 'd' && "aeiouy".indexOf(c) < 0) {
        skeleton.append(c);
      }
    }
    return skeleton.toString();
  }

  /**
   * Whether {@code damaged} may be what is left of {@code whole} once its marked letters were
   * deleted. Both are canonical names; {@code whole} may have lost its marks itself, in which case
   * any vowel and any d may be the missing one.
   */
  public static boolean explain(String damaged, String whole) {
    if (damaged.equals(whole)) {
      return false;
    }
    return Letters.marked(whole) ? exactly(damaged, whole) : roughly(damaged, whole);
  }

  private static boolean exactly(String damaged, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == ' ' || c > 127) {
        continue;
      }
      at = skipSpaces(damaged, at);
      if (at == damaged.length() || damaged.charAt(at) != c) {
        return false;
      }
      at++;
    }
    return skipSpaces(damaged, at) == damaged.length();
  }

  private static boolean roughly(String damaged, String whole) {
    int at = 0;
    int gone = 0;
    int words = 1;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == ' ') {
        words++;
        continue;
      }
      at = skipSpaces(damaged, at);
      if (at < damaged.length() && damaged.charAt(at) == c) {
        at++;
      } else if ("aeiouyd".indexOf(c) >= 0) {
        gone++;
      } else {
        return false;
      }
    }
    return skipSpaces(damaged, at) == damaged.length() && gone > 0 && gone <= MAY_BE_GONE * words;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
