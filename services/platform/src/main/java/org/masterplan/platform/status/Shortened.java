package org.masterplan.platform.status;

import java.util.HashMap;
import java.util.Map;

/**
 * Values as errors show them. A status travels in the last headers of a call, which have a size: an
 * error that quoted whatever it was given would not arrive.
 */
public final class Shortened {
  /** As many characters of a value are shown. */
  static final int SHOWN = 500;

  private Shortened() {}

  /** The values, each cut to what is shown. */
  static Map<String, String> all(Map<String, String> about) {
    return all(SHOWN, about);
  }

  /** The values, each cut to that many characters. */
  public static Map<String, String> all(int length, Map<String, String> about) {
    var shown = new HashMap<String, String>();
    about.forEach((name, value) -> shown.put(name, to(length, value)));
    return Map.copyOf(shown);
  }

  /** The text, or its beginning with an ellipsis; no letter is cut in two. */
  public static String to(int length, String text) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
  }
}
