package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that share a process share their texts: one reason has one sentence. */
class SharedTextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void reason_ofTwoServices_hasOneSentence(String language) throws IOException {
    var path = "META-INF/masterplan/texts_" + language + ".properties";
    var sentences = new HashMap<Object, Object>();
    List<Object> differing = new ArrayList<>();
    var files = Collections.list(getClass().getClassLoader().getResources(path));
    for (var file : files) {
      read(file)
          .forEach(
              (reason, sentence) -> {
                var other = sentences.putIfAbsent(reason, sentence);
                if (other != null && !other.equals(sentence)) {
                  differing.add(reason);
                }
              });
    }

    assertThat(files).hasSizeGreaterThan(5);
    assertThat(differing).isEmpty();
  }

  private static Properties read(URL file) throws IOException {
    var texts = new Properties();
    try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
