package org.masterplan.profiles.dictionary.domain;

import java.util.Set;
import java.util.regex.Pattern;

/** Values that people type where a form insists: they are nobody's. */
public final class Placeholders {
  private static final Pattern ONE_DIGIT = Pattern.compile(".*([0-9])\\1{6,}");
  private static final Set<String> COUNTING =
      Set.of("123456789", "012345678", "0123456789", "987654321", "123456789012", "012345678901");
  private static final Set<String> NO_MAILBOX =
      Set.of(
          "no",
          "none",
          "null",
          "na",
          "n/a",
          "khong",
          "khongco",
          "khongcomail",
          "noemail",
          "no-email",
          "no.email",
          "nomail",
          "noreply",
          "no-reply",
          "test",
          "abc",
          "xxx",
          "email",
          "unknown",
          "example");

  private Placeholders() {}

  /** Whether a normalised phone number is nobody's, for example +84900000000. */
  public static boolean phone(String e164) {
    return ONE_DIGIT.matcher(e164).matches() || e164.endsWith("123456789");
  }

  /** Whether a normalised address is nobody's, for example no@email.com. */
  public static boolean email(String address) {
    return NO_MAILBOX.contains(address.substring(0, address.indexOf('@')));
  }

  /** Whether a normalised national id is nobody's. */
  public static boolean nationalId(String digits) {
    return ONE_DIGIT.matcher(digits).matches() || COUNTING.contains(digits);
  }
}
