package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 1_000, 20_000, 60_000, 100_000, 500_000})
  void estimate_isWithinThreeStandardErrors_whateverTheNumber(int many) {
    var count = new DistinctCount();
    for (int i = 0; i < many; i++) {
      count.add("09" + i);
      count.add("09" + i);
    }

    var error = Math.round(3 * DistinctCount.STANDARD_ERROR * many);
    assertThat(count.estimate()).isCloseTo(many, within(error));
  }

  @Test
  void estimate_ofNothing_isNone() {
    assertThat(new DistinctCount().estimate()).isZero();
  }
}
