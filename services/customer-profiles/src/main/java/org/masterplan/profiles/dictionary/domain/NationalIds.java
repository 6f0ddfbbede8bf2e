package org.masterplan.profiles.dictionary.domain;

import java.util.Optional;

/**
 * Vietnamese national ids: 9 digits of old (CMND), 12 digits of today (CCCD: three of the province
 * of birth, 001-096, one of century and sex, two of the year, six at random; circular
 * 07/2016/TT-BCA).
 */
public final class NationalIds {
  private static final int OLD = 9;
  private static final int NEW = 12;
  private static final int LAST_PROVINCE = 96;

  private NationalIds() {}

  /** The digits alone; empty if they are not of either kind. */
  public static Optional<String> normalise(String text) {
    var digits = text.replaceAll("\\.0$", "").replaceAll("[\\s.'-]", "");
    if (!digits.matches("[0-9]+")) {
      return Optional.empty();
    }
    // A spreadsheet drops the zeros in front.
    if (digits.length() == 10 || digits.length() == 11) {
      digits = "0".repeat(NEW - digits.length()) + digits;
    } else if (digits.length() == 8) {
      digits = "0" + digits;
    }
    boolean known = digits.length() == OLD || isCitizenNumber(digits);
    return known ? Optional.of(digits) : Optional.empty();
  }

  /** Whether it is of today's kind: two different ones are two different people. */
  public static boolean isCitizenNumber(String digits) {
    if (digits.length() != NEW) {
      return false;
    }
    int province = Integer.parseInt(digits.substring(0, 3));
    return province >= 1 && province <= LAST_PROVINCE;
  }
}
