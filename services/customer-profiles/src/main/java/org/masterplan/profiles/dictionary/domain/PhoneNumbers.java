package org.masterplan.profiles.dictionary.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers in one form, E.164. Vietnamese numbers are read by a table of our own, because
 * libphonenumber does not move the eleven-digit mobile numbers that were renumbered in 2018; it
 * reads all others.
 */
public final class PhoneNumbers {
  /** Old mobile prefixes and what they became on 15 September 2018 (decision 798/QD-BTTTT). */
  private static final Map<String, String> RENUMBERED =
      Map.ofEntries(
          Map.entry("0120", "070"),
          Map.entry("0121", "079"),
          Map.entry("0122", "077"),
          Map.entry("0126", "076"),
          Map.entry("0128", "078"),
          Map.entry("0123", "083"),
          Map.entry("0124", "084"),
          Map.entry("0125", "085"),
          Map.entry("0127", "081"),
          Map.entry("0129", "082"),
          Map.entry("0162", "032"),
          Map.entry("0163", "033"),
          Map.entry("0164", "034"),
          Map.entry("0165", "035"),
          Map.entry("0166", "036"),
          Map.entry("0167", "037"),
          Map.entry("0168", "038"),
          Map.entry("0169", "039"),
          Map.entry("0186", "056"),
          Map.entry("0188", "058"),
          Map.entry("0199", "059"));

  private static final Pattern SEVERAL = Pattern.compile("[/;,|]|\\s+(?:-|or|hoặc)\\s+");
  private static final Pattern NOTE = Pattern.compile("[^0-9]*\\(?[\\p{L}][^0-9]*\\)?$");
  private static final Pattern EXCEL_FRACTION = Pattern.compile("\\.0$");
  // Written with its area code apart, so a landline of before 2017, not a mobile of today.
  private static final Pattern OLD_CITY = Pattern.compile("^\\(?0([48])[)\\s.-]+[0-9][0-9\\s.-]+$");
  private static final Pattern MOBILE = Pattern.compile("0[35789][0-9]{8}");
  private static final Pattern LANDLINE = Pattern.compile("02[0-9]{9}");
  private static final PhoneNumberUtil WORLD = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** The first number in {@code text} as E.164; empty if it cannot be one. */
  public static Optional<String> normalise(String text) {
    var whole = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    var parts = SEVERAL.split(whole);
    if (parts.length == 0) {
      return Optional.empty();
    }
    var first = EXCEL_FRACTION.matcher(parts[0].strip()).replaceFirst("");
    first = NOTE.matcher(first).replaceFirst("");
    if (first.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    var city = OLD_CITY.matcher(first);
    if (city.matches()) {
      var national = "02" + city.group(1) + digits(first).substring(2);
      return LANDLINE.matcher(national).matches() ? vietnamese(national) : Optional.empty();
    }
    return read(first);
  }

  private static Optional<String> read(String text) {
    var digits = digits(text);
    boolean international = text.startsWith("+") || digits.startsWith("00");
    var bare = digits.startsWith("00") ? digits.substring(2) : digits;
    if (bare.startsWith("84") && bare.length() >= 11) {
      return national("0" + (bare.startsWith("840") ? bare.substring(3) : bare.substring(2)));
    }
    if (international) {
      return abroad("+" + bare);
    }
    return national(digits.startsWith("0") ? digits : "0" + digits);
  }

  private static Optional<String> national(String digits) {
    if (digits.length() == 11) {
      var renumbered = RENUMBERED.get(digits.substring(0, 4));
      if (renumbered != null) {
        return vietnamese(renumbered + digits.substring(4));
      }
    }
    boolean valid = MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches();
    return valid ? vietnamese(digits) : Optional.empty();
  }

  private static Optional<String> vietnamese(String national) {
    return Optional.of("+84" + national.substring(1));
  }

  private static Optional<String> abroad(String text) {
    try {
      var number = WORLD.parse(text, null);
      return WORLD.isValidNumber(number)
          ? Optional.of(WORLD.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private static String digits(String text) {
    var digits = new StringBuilder(text.length());
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
