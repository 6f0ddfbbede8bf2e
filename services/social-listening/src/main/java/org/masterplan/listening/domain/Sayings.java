package org.masterplan.listening.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.masterplan.kernel.text.Texts;

/** What makes two mentions the same saying. */
public final class Sayings {
  /** Copied words of this length are one saying, whoever repeats them. */
  private static final int LONG = 40;

  private Sayings() {}

  /**
   * Equal for the same words without case, marks, links and punctuation: of anybody if they are
   * many, else of the same author only, because "giao chậm" is said by many for themselves.
   */
  public static String key(Mention.Said said) {
    var words =
        Texts.fold(said.text())
            .replaceAll("https?://\\S+", " ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    var by = words.length() >= LONG ? "" : Handles.key(said.platform(), said.author()) + "\u0000";
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = sha.digest((by + words).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
