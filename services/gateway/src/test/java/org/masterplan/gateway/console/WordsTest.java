package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word of every page is there in both languages. */
class WordsTest {
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)[}(]");
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
    var text = Pattern.compile(">\\s*([A-Za-z][A-Za-z ,.]{3,})\\s*<");
    try (var files = Files.list(Path.of("src/main/resources/templates"))) {
      for (var file : files.toList()) {
        assertThat(text.matcher(Files.readString(file)).results().map(r -> r.group(1)))
            .as(file.toString())
            .isSubsetOf("English", "openapi.json");
      }
    }
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
