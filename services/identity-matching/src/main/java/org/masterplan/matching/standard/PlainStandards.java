package org.masterplan.matching.standard;

import java.util.EnumMap;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.masterplan.kernel.text.Texts;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;

/** The simplest standard of each type: trim, fold, digits. */
final class PlainStandards {
  private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NON_DIGIT = Pattern.compile("\\D+");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/. ]?(?:(\\d{1,2})[-/. ]?(\\d{1,2}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

  private PlainStandards() {}

  static Standardised text(String raw) {
    var canonical =
        NON_WORD.matcher(Texts.canonical(raw).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return canonical.isEmpty()
        ? Standardised.missing(raw)
        : Standardised.valid(raw, canonical, Texts.fold(canonical));
  }

  static Standardised fullName(String raw) {
    var plain = text(raw);
    var tokens = plain.tokens();
    if (tokens.size() < 2) {
      return plain;
    }
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.GIVEN, tokens.getFirst());
    parts.put(Part.SURNAME, tokens.getLast());
    if (tokens.size() > 2) {
      parts.put(Part.MIDDLE, String.join(" ", tokens.subList(1, tokens.size() - 1)));
    }
    return plain.with(parts);
  }

  static Standardised digits(String raw) {
    var digits = NON_DIGIT.matcher(raw).replaceAll("");
    return digits.isEmpty() ? text(raw) : Standardised.valid(raw, digits, digits);
  }

  static Standardised number(String raw) {
    try {
      var value = new java.math.BigDecimal(raw.strip()).stripTrailingZeros().toPlainString();
      return Standardised.valid(raw, value, value);
    } catch (NumberFormatException e) {
      return text(raw);
    }
  }

  static Standardised email(String raw) {
    var plain = raw.strip().toLowerCase(Locale.ROOT);
    int at = plain.lastIndexOf('@');
    if (plain.isEmpty()) {
      return Standardised.missing(raw);
    }
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.LOCAL, at < 0 ? plain : plain.substring(0, at));
    parts.put(Part.DOMAIN, at < 0 ? "" : plain.substring(at + 1));
    return Standardised.valid(raw, plain, plain).with(parts);
  }

  static Standardised gender(String raw) {
    var plain = text(raw);
    return switch (plain.folded()) {
      case "m", "male", "nam" -> Standardised.valid(raw, "m", "m");
      case "f", "female", "nu" -> Standardised.valid(raw, "f", "f");
      default -> plain;
    };
  }

  static Standardised date(String raw) {
    var first = YEAR_FIRST.matcher(raw.strip());
    if (first.matches()) {
      return date(raw, first, 1, 3);
    }
    var last = DAY_FIRST.matcher(raw.strip());
    return last.matches() ? date(raw, last, 3, 1) : text(raw);
  }

  private static Standardised date(String raw, Matcher found, int year, int day) {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.YEAR, found.group(year));
    if (found.group(2) == null) {
      return Standardised.valid(raw, found.group(year), found.group(year)).with(parts);
    }
    parts.put(Part.MONTH, twoDigits(found.group(2)));
    parts.put(Part.DAY, twoDigits(found.group(day)));
    var iso =
        "%s-%s-%s".formatted(parts.get(Part.YEAR), parts.get(Part.MONTH), parts.get(Part.DAY));
    return Standardised.valid(raw, iso, iso).with(parts);
  }

  private static String twoDigits(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
