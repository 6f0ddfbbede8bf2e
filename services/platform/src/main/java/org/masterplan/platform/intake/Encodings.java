package org.masterplan.platform.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the encoding of a text file from its first bytes: a byte order mark, UTF-16 by its zero
 * bytes, UTF-8 if most letters above ASCII are well-formed, else Windows-1258 or 1252, told apart
 * by Vietnamese tone marks, which 1258 writes as a byte of their own behind a vowel.
 */
final class Encodings {
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Grave, hook, tilde, acute and dot below in Windows-1258. */
  private static final String TONES = "\u00cc\u00d2\u00de\u00ec\u00f2";

  /** Vowels of both code pages, and those that only 1258 has at these bytes. */
  private static final String VOWELS = "aeiouyAEIOUY\u00e2\u00ea\u00f4\u00e3\u00f5\u00fd";

  private static final String VOWELS_UPPER = "\u00c2\u00ca\u00d4\u00c3\u00d5\u00dd";

  /** D with stroke, small and capital, and capital and small u with horn in Windows-1258. */
  private static final String LETTERS = "\u00f0\u00d0\u00fd\u00dd";

  /** An encoding, and the length of its byte order mark. */
  record Found(Charset charset, int mark) {}

  private Encodings() {}

  static Found of(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new Found(StandardCharsets.UTF_8, 3);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new Found(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new Found(StandardCharsets.UTF_16BE, 2);
    }
    return new Found(unmarked(head), 0);
  }

  private static Charset unmarked(byte[] head) {
    long evenZeros = zeros(head, 0);
    long oddZeros = zeros(head, 1);
    if (Math.max(evenZeros, oddZeros) * 4 > head.length) {
      return evenZeros > oddZeros ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    return mostlyUtf8(head) ? StandardCharsets.UTF_8 : codePage(head);
  }

  private static long zeros(byte[] head, int from) {
    long found = 0;
    for (int i = from; i < head.length; i += 2) {
      found += head[i] == 0 ? 1 : 0;
    }
    return found;
  }

  private static boolean mostlyUtf8(byte[] head) {
    long good = 0;
    long bad = 0;
    for (int i = 0; i < head.length; ) {
      int length = sequence(head, i);
      if (length > 1) {
        good++;
      } else if (head[i] < 0) {
        bad++;
      }
      i += length;
    }
    return good >= bad;
  }

  /** Length of the UTF-8 sequence at {@code i}; 1 if there is none. A cut tail counts as whole. */
  private static int sequence(byte[] head, int i) {
    int first = head[i] & 0xFF;
    int length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    for (int k = i + 1; k < Math.min(i + length, head.length); k++) {
      if ((head[k] & 0xC0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  private static Charset codePage(byte[] head) {
    long vietnamese = 0;
    for (int i = 0; i < head.length; i++) {
      char letter = (char) (head[i] & 0xFF);
      if (LETTERS.indexOf(letter) >= 0) {
        vietnamese++;
      } else if (TONES.indexOf(letter) >= 0) {
        vietnamese += i > 0 && isVowel((char) (head[i - 1] & 0xFF)) ? 1 : -1;
      }
    }
    return vietnamese > 0 ? WINDOWS_1258 : WINDOWS_1252;
  }

  private static boolean isVowel(char letter) {
    return VOWELS.indexOf(letter) >= 0 || VOWELS_UPPER.indexOf(letter) >= 0;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
