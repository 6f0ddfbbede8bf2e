package org.masterplan.profiles.dictionary.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses in one form: lower case, nothing around them. */
public final class Emails {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"()\\[\\]]{1,64}@(?:[\\p{L}0-9-]{1,63}\\.)+[\\p{L}0-9-]{2,63}");
  private static final Pattern SEVERAL = Pattern.compile("[;,\\s]+");

  private Emails() {}

  /** The first address in {@code text}; empty if there is none. */
  public static Optional<String> normalise(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (var part : SEVERAL.split(plain.replace("mailto:", "").replaceAll("[<>]", " ").strip())) {
      if (part.length() <= 254 && ADDRESS.matcher(part).matches() && !part.contains("..")) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
