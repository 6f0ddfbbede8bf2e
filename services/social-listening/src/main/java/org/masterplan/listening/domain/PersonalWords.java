package org.masterplan.listening.domain;

import java.util.regex.Pattern;

/** Masks what could reach a person: phone numbers and e-mail addresses in free text. */
public final class PersonalWords {
  private static final Pattern PHONE = Pattern.compile("(?<!\\d)(\\+?\\d[ .-]?){8,13}(?!\\d)");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  private PersonalWords() {}

  /** The text without them. */
  public static String masked(String text) {
    return PHONE.matcher(EMAIL.matcher(text).replaceAll("***")).replaceAll("***");
  }

  /** The first two letters of a handle. */
  public static String handle(String handle) {
    return handle.length() <= 4 ? (handle.isEmpty() ? "" : "***") : handle.substring(0, 2) + "***";
  }
}
