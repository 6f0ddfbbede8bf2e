package org.masterplan.registry.community.domain;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/** The words for where communities live. */
public final class Platforms {
  /** Our own ground. */
  static final String OWN_SITE = "own-site";

  public static final List<String> KNOWN =
      List.of(
          OWN_SITE,
          "facebook",
          "zalo",
          "tiktok",
          "youtube",
          "instagram",
          "threads",
          "linkedin",
          "x",
          "telegram",
          "viber",
          "whatsapp",
          "messenger",
          "discord",
          "reddit",
          "pinterest",
          "shopee",
          "lazada",
          "tiki",
          "forum",
          "other");

  /** What people write, and which word of the plan it is. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("owned-site", OWN_SITE),
          Map.entry("website", OWN_SITE),
          Map.entry("web", OWN_SITE),
          Map.entry("site", OWN_SITE),
          Map.entry("own", OWN_SITE),
          Map.entry("fb", "facebook"),
          Map.entry("tik-tok", "tiktok"),
          Map.entry("yt", "youtube"),
          Map.entry("insta", "instagram"),
          Map.entry("ig", "instagram"),
          Map.entry("twitter", "x"),
          Map.entry("khac", "other"),
          Map.entry("dien-dan", "forum"));

  private Platforms() {}

  /** The plan's word for what somebody wrote; the text in lower case where it has none. */
  public static String word(String text) {
    var word = Texts.fold(text).replace(' ', '-').replace('_', '-');
    return SAME.getOrDefault(word, word);
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
