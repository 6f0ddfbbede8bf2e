package org.masterplan.registry.member.domain;

import java.util.Optional;

/** Phone numbers in the one notation that members are found by. */
final class Phones {
  private static final int LOCAL = 9;
  private static final int MIN = 8;
  private static final int MAX = 15;

  private Phones() {}

  /**
   * E.164, Vietnamese where no country is given; also for a number whose leading zero a spreadsheet
   * took. Empty if it is no phone number.
   */
  static Optional<String> canonical(String text) {
    var digits = text.replaceAll("[\\s().\\-\u00a0]", "");
    if (!digits.matches("\\+?[0-9]+")) {
      return Optional.empty();
    }
    var full = international(digits);
    int length = full.length() - 1;
    return length < MIN || length > MAX ? Optional.empty() : Optional.of(full);
  }

  private static String international(String digits) {
    if (digits.startsWith("+")) {
      return digits;
    }
    if (digits.startsWith("00")) {
      return "+" + digits.substring(2);
    }
    if (digits.startsWith("0")) {
      return "+84" + digits.substring(1);
    }
    return digits.length() == LOCAL ? "+84" + digits : "+" + digits;
  }
}
