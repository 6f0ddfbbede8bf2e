package org.masterplan.matching.standard;

import java.text.Normalizer;
import org.masterplan.kernel.text.Texts;

/**
 * Letters one by one, by tables: the rules are those of {@link Texts#fold} and of Unicode's
 * decompositions, asked once per letter instead of once per text.
 */
public final class Letters {
  static final char LOST = '\ufffd';
  private static final int TABLE = 0x2000;
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final String VOWELS = "aeiouyăâêôơư";
  private static final char[] FOLDED = new char[TABLE];
  private static final char[] TONELESS = new char[TABLE];
  private static final byte[] TONE = new byte[TABLE];
  private static final char[][] TONED = new char[TONES.length() + 1][TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      var folded =
          Character.isWhitespace(c) || Character.isSpaceChar(c)
              ? " "
              : Texts.fold(String.valueOf(c));
      FOLDED[c] = folded.isEmpty() ? 0 : folded.charAt(0);
      TONELESS[c] = c;
    }
    for (char vowel : VOWELS.toCharArray()) {
      TONED[0][vowel] = vowel;
      for (int tone = 1; tone <= TONES.length(); tone++) {
        var toned = nfc(vowel + TONES.substring(tone - 1, tone)).charAt(0);
        TONED[tone][vowel] = toned;
        TONELESS[toned] = vowel;
        TONE[toned] = (byte) tone;
      }
    }
  }

  private Letters() {}

  /** As {@link Texts#fold}: without case and marks, single spaces. */
  public static String fold(String text) {
    var folded = new char[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= TABLE) {
        return Texts.fold(text);
      }
      char f = FOLDED[c];
      if (f == ' ' && (length == 0 || folded[length - 1] == ' ')) {
        continue;
      }
      if (f != 0) {
        folded[length++] = f;
      }
    }
    return new String(folded, 0, length > 0 && folded[length - 1] == ' ' ? length - 1 : length);
  }

  static String nfc(String text) {
    return ascii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static boolean ascii(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** The letter without its tone; hat, breve and horn stay. */
  static char toneless(char lower) {
    return lower < TABLE ? TONELESS[lower] : lower;
  }

  /** The number of the letter's tone, 0 if it has none. */
  static int tone(char lower) {
    return lower < TABLE ? TONE[lower] : 0;
  }

  static char toned(char vowel, int tone) {
    return TONED[tone][vowel];
  }

  /** Whether it is one of the twelve vowels, without a tone. */
  static boolean vowel(char toneless) {
    return toneless < TABLE && TONED[0][toneless] != 0;
  }

  /** Whether the text has a letter that loses something when folded. */
  static boolean marked(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c > 127 && (c >= TABLE || FOLDED[c] != c)) {
        return true;
      }
    }
    return false;
  }
}
