package org.masterplan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The reasons of this module have their sentences in both languages. */
class TextsTest {
  @Test
  void reasons_areSaidInBothLanguages() throws IOException {
    var english = texts("en");

    assertThat(texts("vi").keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet()).contains("RECORD_TWICE", "FEATURES_TOO_MANY", "MAPPING_YAML");
    assertThat(english.keySet()).contains("PAIRS_TOO_MANY");
    assertThat(english.keySet()).contains("MODEL_DAMAGED", "MODEL_VERSION", "MODEL_FIELDS");
  }

  private static Properties texts(String language) throws IOException {
    var path = "/META-INF/masterplan/texts_" + language + ".properties";
    var texts = new Properties();
    try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(path))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
