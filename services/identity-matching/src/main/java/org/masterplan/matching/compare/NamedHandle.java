package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/**
 * Handles that are nothing but their owner's name ({@code nguyen.van.anh}, {@code anhnv}): unlike a
 * mailbox, the same one may be another person's on the next platform.
 */
final class NamedHandle {
  private NamedHandle() {}

  /** Whether words of the name and their first letters, in whatever order, make all of it. */
  static boolean of(Value handle, List<String> words) {
    var letters = handle.piece();
    var made = new boolean[letters.length() + 1];
    made[0] = true;
    for (int at = 0; at < letters.length(); at++) {
      for (var word : words) {
        if (made[at] && !word.isEmpty() && letters.charAt(at) == word.charAt(0)) {
          made[at + 1] = true;
          if (letters.startsWith(word, at)) {
            made[at + word.length()] = true;
          }
        }
      }
    }
    return !letters.isEmpty() && made[letters.length()];
  }
}
