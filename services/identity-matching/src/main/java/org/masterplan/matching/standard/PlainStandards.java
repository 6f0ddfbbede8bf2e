package org.masterplan.matching.standard;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/** Sex, numbers, codes and free text. */
final class PlainStandards {
  private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern CURRENCY =
      Pattern.compile("(?i)^(?:vn[dđ]|usd|eur|[$€£¥]) *| *(?:vn[dđ]|đ|₫|đồng|usd|eur|[$€£¥%])$");
  private static final Pattern FRACTION = Pattern.compile("\\.0+$");
  private static final Pattern LINK =
      Pattern.compile("^(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}/(?:.*/)?([^/?#]+)/?(?:[?#].*)?$");
  private static final int LONGEST = 500;
  private static final Set<String> NOTHING =
      Set.of(
          "na",
          "n a",
          "null",
          "none",
          "nil",
          "nan",
          "khong",
          "khong co",
          "chua ro",
          "chua co",
          "khong ro",
          "unknown",
          "undefined",
          "not available",
          "not known");
  private static final Set<String> MALE =
      Set.of("nam", "male", "m", "man", "trai", "ong", "anh", "mr", "boy", "nam gioi", "1");
  private static final Set<String> FEMALE =
      Set.of(
          "nu", "female", "f", "woman", "gai", "ba", "chi", "co", "mrs", "ms", "miss", "girl",
          "nu gioi", "2");

  private PlainStandards() {}

  /** Words in lower case, with marks. */
  static Standardised text(String raw) {
    var cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    var decoded = LegacyText.decode(cut);
    var canonical = words(decoded.text());
    if (canonical.isEmpty()) {
      return cut.isBlank() ? Standardised.missing(raw) : Standardised.placeholder(raw);
    }
    var folded = Letters.fold(canonical);
    if (NOTHING.contains(folded)) {
      return Standardised.placeholder(raw);
    }
    var steps = EnumSet.of(decoded.step());
    if (cut.length() < raw.length()) {
      steps.add(Step.CUT);
    }
    return new Standardised(
        raw,
        canonical,
        folded,
        List.of(folded.split(" ")),
        Map.of(),
        List.of(),
        Validity.VALID,
        Step.texts(steps));
  }

  /** The words of a text, lower case, each syllable in its one spelling, a blank between them. */
  static String words(String text) {
    var lower = Letters.nfc(Letters.nfc(text).toLowerCase(Locale.ROOT)).replace('ð', 'đ');
    var words = new StringBuilder(lower.length());
    for (var word : NON_WORD.split(lower)) {
      if (!Letters.fold(word).isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(Syllables.canonical(word));
      }
    }
    return words.toString();
  }

  /** A value that breaks the rules of its type: its words, as evidence that is compared as text. */
  static Standardised unread(String raw) {
    var text = text(raw);
    return text.validity() != Validity.VALID
        ? text
        : new Standardised(
            raw,
            text.canonical(),
            text.folded(),
            text.tokens(),
            Map.of(),
            List.of(),
            Validity.INVALID,
            text.how());
  }

  /**
   * @param format which codes stand for whom where they are not words, such as {@code M=1 F=0};
   *     empty = 1 male, 2 female (ISO 5218)
   */
  static Standardised gender(String raw, String format) {
    var text = text(FRACTION.matcher(raw.strip()).replaceFirst(""));
    if (!text.validity().evidence()) {
      return raw.isBlank() ? Standardised.missing(raw) : Standardised.placeholder(raw);
    }
    var word = text.canonical();
    for (var code : format.toLowerCase(Locale.ROOT).split(" ")) {
      if (code.equals("m=" + word) || code.equals("f=" + word)) {
        return sex(raw, code.substring(0, 1));
      }
    }
    var folded = text.folded();
    if (MALE.contains(folded)) {
      return sex(raw, "m");
    }
    if (FEMALE.contains(folded)) {
      return sex(raw, "f");
    }
    return folded.equals("0") || folded.equals("9") ? Standardised.placeholder(raw) : unread(raw);
  }

  private static Standardised sex(String raw, String sex) {
    return Standardised.valid(raw, sex, sex).with(Map.of(Part.SEX, sex));
  }

  /** A number, however its thousands and its fraction are set apart. */
  static Standardised number(String raw) {
    var cell = raw.strip();
    if (cell.length() > LONGEST) {
      return unread(raw);
    }
    var plain = decimal(CURRENCY.matcher(cell).replaceAll(""));
    if (!NUMBER.matcher(plain).matches()) {
      plain = decimal(CURRENCY.matcher(text(raw).canonical()).replaceAll(""));
    }
    if (plain.length() > 40 || !NUMBER.matcher(plain).matches()) {
      return unread(raw);
    }
    var number = new BigDecimal(plain).stripTrailingZeros();
    var canonical = number.signum() == 0 ? "0" : number.toPlainString();
    return Standardised.valid(raw, canonical, canonical);
  }

  /** With a dot before the fraction and nothing between thousands. */
  private static String decimal(String text) {
    int dot = text.lastIndexOf('.');
    int comma = text.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      return dot > comma ? text.replace(",", "") : text.replace(".", "").replace(',', '.');
    }
    if (comma >= 0) {
      boolean thousands = comma != text.indexOf(',') || text.length() - comma == 4;
      return thousands ? text.replace(",", "") : text.replace(',', '.');
    }
    return dot != text.indexOf('.') ? text.replace(".", "") : text;
  }

  /** A code or handle, compared as a whole. */
  static Standardised code(String raw) {
    var cell = raw.strip();
    if (cell.length() > LONGEST) {
      return unread(raw);
    }
    var plain = Letters.nfc(Letters.nfc(cell).toLowerCase(Locale.ROOT)).strip();
    var link = LINK.matcher(plain);
    plain = link.matches() ? link.group(1) : plain;
    plain = plain.replaceFirst("^@+", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (plain.isEmpty() || plain.length() > LONGEST || Letters.fold(plain).isEmpty()) {
      return plain.length() > LONGEST ? unread(raw) : Standardised.missing(raw);
    }
    return NOTHING.contains(words(plain)) || plain.equals("-")
        ? Standardised.placeholder(raw)
        : new Standardised(
            raw,
            plain,
            Letters.fold(plain),
            List.of(Letters.fold(plain)),
            Map.of(Part.LOCAL, HandleReadings.whole(Letters.fold(plain))),
            HandleReadings.of(Letters.fold(plain)),
            Validity.VALID,
            List.of());
  }

  /** A post code: letters and digits, without what stands between them. */
  static Standardised postcode(String raw) {
    var joined = new StringBuilder(12);
    Letters.fold(FRACTION.matcher(raw.strip()).replaceFirst(""))
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> joined.append((char) c));
    if (joined.isEmpty() || joined.length() > LONGEST) {
      return raw.isBlank() ? Standardised.missing(raw) : Standardised.placeholder(raw);
    }
    return Standardised.valid(raw, joined.toString(), joined.toString());
  }
}
