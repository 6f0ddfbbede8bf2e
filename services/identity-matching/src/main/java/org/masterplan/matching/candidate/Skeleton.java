package org.masterplan.matching.candidate;

/**
 * The bones of a name: its first letter and its consonants, doubled ones once, h dropped after the
 * first letter. Lost vowels and the commonest slips do not change it.
 */
final class Skeleton {
  private static final int LENGTH = 5;

  private Skeleton() {}

  static String of(String folded) {
    var bones = new StringBuilder(LENGTH);
    for (int i = 0; i < folded.length() && bones.length() < LENGTH; i++) {
      char letter = folded.charAt(i);
      boolean kept = bones.isEmpty() ? letter != ' ' : "aeiouyh ".indexOf(letter) < 0;
      if (kept && (bones.isEmpty() || bones.charAt(bones.length() - 1) != letter)) {
        bones.append(letter);
      }
    }
    return bones.toString();
  }
}
