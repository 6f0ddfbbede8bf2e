package org.masterplan.demo;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** What happens to Vietnamese letters on their way through a company's systems. */
final class Marks {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** New style to old style of tone placement; both are NFC and differ. */
  private static final Map<String, String> OLD_TONES =
      Map.of("òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ", "úy", "uý", "ùy", "uỳ");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEW_TONES = Pattern.compile("(?:[òóỏõọ]a|[úùủũụ]y)(?=$|[ ,])");

  private static final Pattern VIETNAMESE =
      Pattern.compile("[a-zA-ZđĐ' \u0302\u0306\u031b" + TONES + "]+");

  private Marks() {}

  static String strip(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    String bare = MARKS.matcher(decompose(text)).replaceAll("");
    return bare.replace('đ', 'd').replace('Đ', 'D');
  }

  /** False for the few names that the counted forum kept in a legacy encoding (Huøynh). */
  static boolean vietnamese(String text) {
    return VIETNAMESE.matcher(decompose(text)).matches();
  }

  static String decompose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** hòa becomes hoà; only at the end of a word, where the two styles differ. */
  static String oldTones(String text) {
    return NEW_TONES
        .matcher(text)
        .replaceAll(found -> OLD_TONES.getOrDefault(found.group(), found.group()));
  }

  /** The marked letters are lost, as by a system that knows only ASCII: Nguyễn becomes Nguyn. */
  static String lose(String text) {
    StringBuilder kept = new StringBuilder();
    text.chars().filter(c -> c < 128).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** windows-1258 holds tones apart from their vowels, and the vowels with hat, breve and horn. */
  static String forWindows1258(String text) {
    StringBuilder result = new StringBuilder();
    String nfd = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder letter = new StringBuilder();
    StringBuilder tones = new StringBuilder();
    for (int i = 0; i < nfd.length(); i++) {
      char c = nfd.charAt(i);
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (!mark) {
        flush(letter, tones, result);
      }
      (TONES.indexOf(c) >= 0 ? tones : letter).append(c);
    }
    flush(letter, tones, result);
    return result.toString();
  }

  private static void flush(StringBuilder letter, StringBuilder tones, StringBuilder result) {
    result.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tones);
    letter.setLength(0);
    tones.setLength(0);
  }
}
