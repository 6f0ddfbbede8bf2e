package org.masterplan.matching.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of strata as letters that tell nobody what the engine made of a pair, or labels would
 * follow it. Other letters in each file, so that nobody learns them; letters alone, since
 * spreadsheets rewrite what looks like a number. A key for the reader's sake, not a secret.
 */
final class StratumCodes {
  private static final int LETTERS = 26;
  private static final int LENGTH = 5;

  private static final List<String> NAMES =
      Stream.of("linked ", "apart ")
          .flatMap(side -> IntStream.range(0, 10).mapToObj(place -> side + place))
          .toList();

  private final String salt;

  private StratumCodes(String salt) {
    this.salt = salt;
  }

  /** Codes of one file. */
  static StratumCodes of(long file) {
    return new StratumCodes(letters(Long.toString(file)));
  }

  String code(String stratum) {
    return salt + letters(salt + stratum);
  }

  /** What a code stands for. */
  static Optional<String> name(String code) {
    if (code.length() != 2 * LENGTH) {
      return Optional.empty();
    }
    var codes = new StratumCodes(code.substring(0, LENGTH));
    return NAMES.stream().filter(name -> codes.code(name).equals(code)).findFirst();
  }

  private static String letters(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    var letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append((char) ('a' + Math.floorMod(hash, LETTERS)));
      hash = Math.floorDiv(hash, LETTERS);
    }
    return letters.toString();
  }
}
