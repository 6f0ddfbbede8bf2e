package org.masterplan.allinone;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds any of many texts in long ones: by their first letters, looked up at every place. A text
 * counts where it stands alone, a number also behind a prefix: {@code +84} or {@code 0}.
 */
final class Needles {
  /** The shortest text that can be looked for. */
  static final int HEAD = 6;

  private static final int BITS = 1 << 18;

  /** What stands in a handle: {@code zalo.lan72} is another one than {@code lan72}. */
  private static final String HANDLE = "._-";

  private final Map<Integer, List<String>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(BITS);

  Needles(Collection<String> texts) {
    for (var text : texts) {
      if (text.length() < HEAD) {
        throw new IllegalArgumentException("text: " + text + " (expected: longer)");
      }
      int head = head(text, 0);
      byHead.computeIfAbsent(head, _ -> new ArrayList<>()).add(text);
      heads.set(head & (BITS - 1));
    }
  }

  /** Those that stand in the text. */
  Set<String> in(String text) {
    var found = new TreeSet<String>();
    for (int at = 0; at + HEAD <= text.length(); at++) {
      int head = head(text, at);
      if (heads.get(head & (BITS - 1))) {
        for (var each : byHead.getOrDefault(head, List.of())) {
          if (text.startsWith(each, at) && standsAlone(text, at, each)) {
            found.add(each);
          }
        }
      }
    }
    return found;
  }

  private static boolean standsAlone(String text, int at, String needle) {
    int end = at + needle.length();
    var beside = isWord(needle) ? HANDLE : "";
    boolean number = needle.chars().allMatch(Character::isDigit);
    boolean begins = number || at == 0 || !goesOn(text.charAt(at - 1), beside);
    return begins && (end == text.length() || !goesOn(text.charAt(end), beside));
  }

  /** What is neither a number, nor an address, nor several words: a handle. */
  private static boolean isWord(String needle) {
    return needle.chars().anyMatch(Character::isLetter)
        && needle.chars().noneMatch(c -> c == '@' || Character.isWhitespace(c));
  }

  private static boolean goesOn(char beside, String also) {
    return Character.isLetterOrDigit(beside) || also.indexOf(beside) >= 0;
  }

  private static int head(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + HEAD; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
