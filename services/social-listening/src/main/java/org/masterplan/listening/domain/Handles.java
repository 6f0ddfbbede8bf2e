package org.masterplan.listening.domain;

import java.util.Locale;
import org.masterplan.kernel.text.Texts;

/** How persons are named here: {@code profiles/{profile}} or {@code platform:handle}. */
public final class Handles {
  private Handles() {}

  /** The key of a handle on a platform. */
  public static String key(String platform, String handle) {
    var plain = Texts.canonical(handle).toLowerCase(Locale.ROOT);
    var unmarked = plain.startsWith("@") ? plain.substring(1) : plain;
    return platform.toLowerCase(Locale.ROOT) + ":" + unmarked;
  }

  /** The key of a person, as a caller writes it. */
  public static String person(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Texts.canonical(text)
        : key(text.substring(0, colon), text.substring(colon + 1));
  }
}
