package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldCountTest {
  @Test
  void distinct_isNoMoreThanThereAreValues() {
    assertThat(new FieldCount(500, 500, 1000).distinct()).isEqualTo(500);
    assertThat(new FieldCount(500, 500, 1000).repeated()).isZero();
  }

  @Test
  void distinct_ofAChangeThatTakesAway_isNone() {
    assertThat(new FieldCount(-2, -1, 0).distinct()).isZero();
  }
}
