package org.masterplan.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.platform.text.TextCatalogue;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLOSED_ALREADY",
        "IDEA_MERGED",
        "MERGE_TARGET",
        "MENTION_LENGTH",
        "MENTION_TIME",
        "MENTION_REACH"
      })
  void knows_everyRefusal(String reason) {
    assertThat(TextCatalogue.shared().knows(reason)).isTrue();
  }
}
