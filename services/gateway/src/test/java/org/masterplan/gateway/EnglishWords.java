package org.masterplan.gateway;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** The English words of the console, looked for in a page that should have none of them. */
final class EnglishWords {
  private static final Pattern FOREIGN =
      Pattern.compile("(?s)<(script|style|code|section|a)\\b[^>]*(lang=\"en\")[^>]*>.*?</\\1>");
  private static final Pattern CODE = Pattern.compile("(?s)<(script|style|code)\\b.*?</\\1>");
  private static final Pattern TAG = Pattern.compile("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");
  private final Set<String> english = new HashSet<>();

  EnglishWords() {
    var vietnamese = Set.copyOf(words("vi").values());
    for (var text : words("en").values()) {
      if (!vietnamese.contains(text) && text.toString().matches("(?s).*[A-Za-z]{3}.*")) {
        english.add(text.toString());
      }
    }
  }

  /** Texts of that page that are the English ones. */
  List<String> in(String page) {
    var own = CODE.matcher(FOREIGN.matcher(page).replaceAll(" ")).replaceAll(" ");
    return TAG.splitAsStream(own).map(String::strip).filter(english::contains).distinct().toList();
  }

  private static Properties words(String language) {
    var path = "/console/words_" + language + ".properties";
    var words = new Properties();
    try (var in = EnglishWords.class.getResourceAsStream(path);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
