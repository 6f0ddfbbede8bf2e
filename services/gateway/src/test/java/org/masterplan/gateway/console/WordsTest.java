package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word of every page is there in both languages. */
class WordsTest {
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)[}(]");
  private static final Pattern TAG = Pattern.compile("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern SAID =
      Pattern.compile("\\s(?:placeholder|title|alt|aria-label|label)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private final Properties english = words("en");
  private final Properties vietnamese = words("vi");

  @Test
  void bothLanguages_haveTheSameKeys() {
    assertThat(vietnamese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  @Test
  void bothLanguages_fillTheSamePlaces() {
    for (var key : english.stringPropertyNames()) {
      assertThat(places(vietnamese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @Test
  void everyKeyOfATemplate_hasItsWords() throws IOException {
    var templates = Path.of("src/main/resources/templates");
    try (var files = Files.list(templates)) {
      for (var file : files.toList()) {
        var keys = KEY.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList();
        assertThat(english.stringPropertyNames()).as(file.toString()).containsAll(keys);
      }
    }
  }

  @Test
  void noTemplate_holdsWordsOfItsOwn() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/templates"))) {
      for (var file : files.toList()) {
        assertThat(wordsIn(Files.readString(file)))
            .as(file.toString())
            .isSubsetOf("English", "Tiếng Việt", "openapi.json", "https://");
      }
    }
  }

  @Test
  void wordsOfATemplate_areFoundBetweenTagsAndInAttributes() {
    assertThat(wordsIn("<p th:if=\"${a > 1}\">Don’t: <b th:text=\"#{x}\">3</b></p>"))
        .containsExactly("Don’t:");
    assertThat(wordsIn("<input placeholder=\"Your name\" th:title=\"#{x}\" class=\"wide\">"))
        .containsExactly("Your name");
  }

  @Test
  void noVietnameseWord_isTheEnglishOne_butNamesOfPlatformsAndColumns() {
    var same = new TreeSet<String>();
    for (var key : english.stringPropertyNames()) {
      var text = english.getProperty(key);
      if (text.equals(vietnamese.getProperty(key)) && text.matches("(?s).*[A-Za-z]{2}.*")) {
        same.add(key);
      }
    }
    assertThat(same)
        .allMatch(
            k ->
                k.startsWith("platform.") || k.startsWith("setUp.columns.") || k.endsWith(".ZALO"));
  }

  /** What a template says by itself: text between tags, and attributes that people meet. */
  private static List<String> wordsIn(String template) {
    var shown = template.replaceAll("(?s)<!--.*?-->", "");
    var words = new ArrayList<String>();
    for (var text : TAG.splitAsStream(shown).map(String::strip).toList()) {
      if (LETTER.matcher(text).find()) {
        words.add(text);
      }
    }
    SAID.matcher(shown).results().map(r -> r.group(1)).forEach(words::add);
    return words;
  }

  private static TreeSet<String> places(String text) {
    var places = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(r -> places.add(r.group()));
    return places;
  }

  private static Properties words(String language) {
    var words = new Properties();
    var path = "/console/words_" + language + ".properties";
    try (var in = WordsTest.class.getResourceAsStream(path);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return words;
  }
}
