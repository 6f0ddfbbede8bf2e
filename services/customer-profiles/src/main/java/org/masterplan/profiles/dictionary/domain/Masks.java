package org.masterplan.profiles.dictionary.domain;

import java.util.Set;

/** What is left of a value for those who may not see it. */
public final class Masks {
  private static final Set<String> OPEN =
      Set.of(Dictionary.GENDER, Dictionary.BIRTH_YEAR, Dictionary.PROVINCE, "country", "city");
  private static final int SHOWN = 2;

  private Masks() {}

  /** The value as somebody without a purpose sees it; of none there is nothing to hide. */
  public static String mask(String field, String value) {
    return value.isEmpty() ? "" : masked(field, value);
  }

  private static String masked(String field, String value) {
    return switch (field) {
      case Dictionary.EMAIL -> value.charAt(0) + "***" + value.substring(value.indexOf('@'));
      case Dictionary.PHONE, Dictionary.NATIONAL_ID ->
          "***" + value.substring(Math.max(0, value.length() - SHOWN));
      case Dictionary.BIRTH_DATE -> value.substring(0, 4) + "-**-**";
      case Dictionary.FULL_NAME, Dictionary.SURNAME, Dictionary.GIVEN_NAME -> initials(value);
      default -> OPEN.contains(field) ? value : "***";
    };
  }

  private static String initials(String name) {
    var masked = new StringBuilder();
    for (var word : name.split(" ")) {
      if (!word.isEmpty()) {
        masked.append(masked.isEmpty() ? "" : " ").appendCodePoint(word.codePointAt(0)).append('.');
      }
    }
    return masked.toString();
  }
}
