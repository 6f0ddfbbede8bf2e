package org.masterplan.registry.community.domain;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.PlatformWord;

/** The words for where communities live. */
public final class Platforms {
  /** Our own ground. */
  static final String OWN_SITE = PlatformWord.OWN_SITE;

  public static final List<String> KNOWN = PlatformWord.KNOWN;

  private Platforms() {}

  /** The plan's word for what somebody wrote; the text in lower case where it has none. */
  public static String word(String text) {
    return PlatformWord.of(text);
  }

  /**
   * Refuses what is no word of the plan; none at all may be given later.
   *
   * @param written as it was written
   */
  public static void mustBeKnown(String field, String written) {
    var word = word(written);
    if (!word.isEmpty() && !KNOWN.contains(word)) {
      throw InvalidFields.of(
          field,
          "WORD_UNKNOWN",
          Map.of("field", field, "value", written, "expected", String.join(", ", KNOWN)));
    }
  }
}
