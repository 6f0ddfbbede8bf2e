package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
  @ParameterizedTest
  @CsvSource({
    "posts, POST",
    "REPLIES, REPLY",
    "STORIES, STORY",
    "live-stream, LIVESTREAM",
    "Live streams, LIVESTREAM",
    "Đăng bài, POST",
    "host-replies, HOST_REPLY"
  })
  void of_knowsAKindAsFilesSpellIt(String cell, String kind) {
    assertThat(Kinds.of(cell)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLY", "S", "IES", "HOST_"})
  void of_knowsNoOther(String cell) {
    assertThat(Kinds.of(cell)).isEmpty();
  }
}
