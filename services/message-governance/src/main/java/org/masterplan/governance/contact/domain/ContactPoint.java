package org.masterplan.governance.contact.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Where one person or household can be reached. Legal caps are counted here, because a contact
 * point never merges (architecture.md section 6).
 *
 * @param key {@code phone:+84...} or {@code email:...}; personal data, never to be logged
 */
public record ContactPoint(String key) {
  private static final String PHONE = "phone:";
  private static final String EMAIL = "email:";
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern ELEVEN_DIGITS = Pattern.compile("1[2-9][0-9]{8}");

  /**
   * Prefixes of eleven-digit mobile numbers and what they became in September 2018 (Decision
   * 798/QD-BTTTT): one phone must not count as two.
   */
  private static final Map<String, String> RENUMBERED =
      Map.ofEntries(
          Map.entry("120", "70"),
          Map.entry("121", "79"),
          Map.entry("122", "77"),
          Map.entry("126", "76"),
          Map.entry("128", "78"),
          Map.entry("123", "83"),
          Map.entry("124", "84"),
          Map.entry("125", "85"),
          Map.entry("127", "81"),
          Map.entry("129", "82"),
          Map.entry("162", "32"),
          Map.entry("163", "33"),
          Map.entry("164", "34"),
          Map.entry("165", "35"),
          Map.entry("166", "36"),
          Map.entry("167", "37"),
          Map.entry("168", "38"),
          Map.entry("169", "39"),
          Map.entry("186", "56"),
          Map.entry("188", "58"),
          Map.entry("199", "59"));

  /** A phone as people write it in Vietnam, or in E.164; refuses what is no phone number. */
  public static ContactPoint phone(String field, String text) {
    var digits = text.replaceAll("[\\s().\\-\u00a0]", "");
    var national = national(digits);
    var number = national == null ? international(digits) : "+84" + renumbered(national);
    if (!E164.matcher(number).matches()) {
      throw InvalidFields.of(field, "CONTACT_PHONE_FORMAT", Map.of("field", field));
    }
    return new ContactPoint(PHONE + number);
  }

  /** An e-mail address; refuses what is none. */
  public static ContactPoint mailbox(String field, String text) {
    var address = text.strip().toLowerCase(Locale.ROOT);
    if (!MAILBOX.matcher(address).matches()) {
      throw InvalidFields.of(field, "CONTACT_EMAIL_FORMAT", Map.of("field", field));
    }
    return new ContactPoint(EMAIL + address);
  }

  /** Whether this serves the medium. */
  public boolean serves(Medium medium) {
    return switch (medium) {
      case PHONE -> key.startsWith(PHONE);
      case MAILBOX -> key.startsWith(EMAIL);
      case NONE -> false;
    };
  }

  /** The number or address itself. */
  public String value() {
    return key.substring(key.indexOf(':') + 1);
  }

  private static @Nullable String national(String digits) {
    return Optional.of(digits)
        .map(d -> d.startsWith("+84") ? "0" + d.substring(3) : d)
        .map(d -> d.startsWith("0084") ? "0" + d.substring(4) : d)
        .map(d -> d.length() > 10 && d.startsWith("84") ? "0" + d.substring(2) : d)
        .filter(d -> d.startsWith("0") && !d.startsWith("00"))
        .map(d -> d.replaceFirst("^0+", ""))
        .orElse(null);
  }

  private static String international(String digits) {
    return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
  }

  private static String renumbered(String national) {
    if (!ELEVEN_DIGITS.matcher(national).matches()) {
      return national;
    }
    var prefix = RENUMBERED.get(national.substring(0, 3));
    return prefix == null ? national : prefix + national.substring(3);
  }
}
