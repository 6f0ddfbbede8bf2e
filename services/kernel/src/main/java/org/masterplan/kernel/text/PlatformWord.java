package org.masterplan.kernel.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plan's word for a platform, however people and files write it. All services take it from
 * here: a handle is known again, and forgotten, by its platform.
 */
public final class PlatformWord {
  /** Our own ground. */
  public static final String OWN_SITE = "own-site";

  /** The words that the plan has. */
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

  private PlatformWord() {}

  /** That word; the text in lower case where the plan has none. */
  public static String of(String text) {
    var word = Texts.fold(text).replace(' ', '-').replace('_', '-');
    return SAME.getOrDefault(word, word);
  }

  /** What people write for that word of the plan, the word itself first. */
  public static Stream<String> spellings(String word) {
    var others = SAME.entrySet().stream().filter(e -> e.getValue().equals(word));
    return Stream.concat(Stream.of(word), others.map(Map.Entry::getKey))
        .flatMap(text -> Stream.of(text, text.replace('-', '_')))
        .distinct();
  }
}
