package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.masterplan.profiles.review.domain.Pair;

class SeenPairsTest {
  @Test
  void add_isTrueOfEachPairOnce() {
    var seen = new SeenPairs();
    for (long left = 1; left <= 300; left++) {
      for (long right = left + 1; right <= 301; right++) {
        assertThat(seen.add(new Pair(left, right))).isTrue();
      }
    }
    assertThat(seen.add(new Pair(17, 200))).isFalse();
    assertThat(seen.add(new Pair(300, 301))).isFalse();
  }
}
