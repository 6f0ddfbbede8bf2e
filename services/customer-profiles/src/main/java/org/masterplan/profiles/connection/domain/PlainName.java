package org.masterplan.profiles.connection.domain;

import java.util.regex.Pattern;

/** Names of files that the installation lays out: no path, nothing hidden. */
public final class PlainName {
  static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final Pattern PLAIN = Pattern.compile(FORM);

  private PlainName() {}

  /** Whether it is such a name. */
  public static boolean is(String name) {
    return PLAIN.matcher(name).matches();
  }
}
