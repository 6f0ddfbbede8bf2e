package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.masterplan.kernel.text.Texts;

/** The kinds of activity that are signs of life, and how files spell them. */
final class Kinds {
  /** A prefix that says of any kind that one of those who steer did it. */
  static final String HOST_PREFIX = "HOST_";

  /** Kinds that only those who steer can do. */
  private static final Set<String> HOSTS = Set.of("COMMIT", "RELEASE", "ANNOUNCEMENT");

  private static final List<String> KNOWN =
      List.of(
          "POST",
          "COMMENT",
          "REPLY",
          "QUESTION",
          "ANSWER",
          "REVIEW",
          "MESSAGE",
          "REACTION",
          "LIKE",
          "SHARE",
          "VOTE",
          "POLL",
          "PHOTO",
          "VIDEO",
          "STORY",
          "LIVESTREAM",
          "EVENT",
          "JOIN",
          "ISSUE",
          "PROPOSAL",
          "COMMIT",
          "RELEASE",
          "ANNOUNCEMENT");

  /** Vietnamese words, folded, and other spellings. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("LIVE_STREAM", "LIVESTREAM"),
          Map.entry("BAI_VIET", "POST"),
          Map.entry("BAI_DANG", "POST"),
          Map.entry("DANG_BAI", "POST"),
          Map.entry("BINH_LUAN", "COMMENT"),
          Map.entry("PHAN_HOI", "REPLY"),
          Map.entry("CAU_HOI", "QUESTION"),
          Map.entry("HOI", "QUESTION"),
          Map.entry("TRA_LOI", "ANSWER"),
          Map.entry("DANH_GIA", "REVIEW"),
          Map.entry("TIN_NHAN", "MESSAGE"),
          Map.entry("CAM_XUC", "REACTION"),
          Map.entry("THICH", "LIKE"),
          Map.entry("CHIA_SE", "SHARE"),
          Map.entry("BINH_CHON", "VOTE"),
          Map.entry("ANH", "PHOTO"),
          Map.entry("SU_KIEN", "EVENT"),
          Map.entry("THAM_GIA", "JOIN"),
          Map.entry("THONG_BAO", "ANNOUNCEMENT"));

  private Kinds() {}

  /** The kind that a cell names in any case, with or without marks, in English or Vietnamese. */
  static Optional<String> of(String cell) {
    var word = Texts.fold(cell).toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    boolean host = word.startsWith(HOST_PREFIX);
    var plain = host ? word.substring(HOST_PREFIX.length()) : word;
    return one(plain).map(kind -> host ? HOST_PREFIX + kind : kind);
  }

  /** Whether only those who steer do it. */
  static boolean isHosts(String kind) {
    return HOSTS.contains(kind) || kind.startsWith(HOST_PREFIX);
  }

  /** All of them, for people to read. */
  static String list() {
    return String.join(", ", KNOWN);
  }

  private static Optional<String> one(String word) {
    return Stream.of(word, word.replaceFirst("IES$", "Y"), word.replaceFirst("S$", ""))
        .map(spelt -> SPELLINGS.getOrDefault(spelt, spelt))
        .filter(KNOWN::contains)
        .findFirst();
  }
}
