package org.masterplan.listening.domain;

import java.util.Locale;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;

/**
 * How persons are named here: {@code profiles/{profile}} or {@code platform:handle}; a handle alone
 * is meant on any platform.
 */
public final class Handles {
  private Handles() {}

  /** The key of a handle on a platform. */
  public static String key(String platform, String handle) {
    return PlatformWord.of(platform) + ":" + plain(handle);
  }

  /** Whether it is a handle of which nobody said on which platform: it is meant on any. */
  public static boolean isAnywhere(String person) {
    return !person.isEmpty() && person.indexOf(':') < 0 && person.indexOf('/') < 0;
  }

  /** Whether a key is that of the person, or of the handle that is meant on any platform. */
  public static boolean isOf(String person, String key) {
    return isAnywhere(person)
        ? key.substring(key.indexOf(':') + 1).equals(plain(person)) && key.indexOf(':') >= 0
        : !person.isEmpty() && key.equals(person);
  }

  /** The handle as keys have it. */
  public static String plain(String handle) {
    var plain = Texts.canonical(handle).toLowerCase(Locale.ROOT);
    return plain.startsWith("@") ? plain.substring(1) : plain;
  }

  /** The key of a person, as a caller writes it. */
  public static String person(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Texts.canonical(text)
        : key(text.substring(0, colon), text.substring(colon + 1));
  }
}
