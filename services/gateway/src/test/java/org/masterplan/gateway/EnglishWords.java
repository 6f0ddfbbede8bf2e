package org.masterplan.gateway;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The English words of the console, looked for in a page that should have none of them. */
final class EnglishWords {
  private static final Pattern FOREIGN =
      Pattern.compile("(?s)<(script|style|code|section|a)\\b[^>]*(lang=\"en\")[^>]*>.*?</\\1>");
  private static final Pattern CODE = Pattern.compile("(?s)<(script|style|code)\\b.*?</\\1>");
  private static final Pattern TAG = Pattern.compile("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");

  /** Attributes that people read, or hear. */
  private static final Pattern SAID =
      Pattern.compile("\\s(?:title|aria-label|placeholder|alt)=\"([^\"]*)\"");

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern BETWEEN = Pattern.compile(" · ");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private final List<Pattern> english;

  EnglishWords() {
    var vietnamese = Set.copyOf(words("vi").values());
    english =
        words("en").values().stream()
            .filter(text -> !vietnamese.contains(text))
            .map(text -> SPACE.matcher(text.toString().strip()).replaceAll(" "))
            .flatMap(BETWEEN::splitAsStream)
            .filter(text -> WORD.matcher(PLACE.matcher(text).replaceAll("")).find())
            .distinct()
            .map(EnglishWords::pattern)
            .toList();
  }

  /**
   * The text with anything in its places. A single word is looked for as a whole text with a word
   * in each place, for it may be in a name; several together are looked for within longer texts
   * too.
   */
  private static Pattern pattern(String text) {
    var parts = Arrays.stream(PLACE.split(text, -1)).map(Pattern::quote);
    return PLACE.matcher(text).replaceAll("").strip().contains(" ")
        ? Pattern.compile("(?<!\\pL)" + parts.collect(Collectors.joining(".+")) + "(?!\\pL)")
        : Pattern.compile("^" + parts.collect(Collectors.joining("\\S+")) + "$");
  }

  /** Texts of that page that are the English ones, or have one of them. */
  List<String> in(String page) {
    var own = CODE.matcher(FOREIGN.matcher(page).replaceAll(" ")).replaceAll(" ");
    var said = SAID.matcher(own).results().map(m -> m.group(1));
    return Stream.concat(TAG.splitAsStream(own), said)
        .flatMap(BETWEEN::splitAsStream)
        .map(text -> SPACE.matcher(HtmlUtils.htmlUnescape(text)).replaceAll(" ").strip())
        .filter(text -> WORD.matcher(text).find())
        .distinct()
        .filter(text -> english.stream().anyMatch(words -> words.matcher(text).find()))
        .toList();
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
