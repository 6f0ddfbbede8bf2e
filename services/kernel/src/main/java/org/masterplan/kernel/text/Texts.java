package org.masterplan.kernel.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Canonical and folded forms of text (architecture.md section 8). */
public final class Texts {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private Texts() {}

  /** NFC, outer space removed, inner space single: the form in which text is stored. */
  public static String canonical(String text) {
    return spaced(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static String spaced(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /**
   * The search and sort key of a text: canonical, without case and without marks, so that "bim"
   * finds "Bỉm" however it was typed. The letters U+0110 and U+00D0 both read as d, because the
   * second is often typed for the first. Spaces are made single after the marks went: a mark may
   * have stood between two.
   */
  public static String fold(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return spaced(plain)
        .replace('\u0110', 'd')
        .replace('\u0111', 'd')
        .replace('\u00d0', 'd')
        .replace('\u00f0', 'd')
        .toLowerCase(Locale.ROOT);
  }

  /** Number of letters a reader counts: code points after NFC. */
  public static int length(String text) {
    var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    return nfc.codePointCount(0, nfc.length());
  }
}
