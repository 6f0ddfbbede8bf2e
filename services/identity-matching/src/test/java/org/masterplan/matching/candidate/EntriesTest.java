package org.masterplan.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 50_000})
  void sorted_isAscendingAndEachOnce(int size) {
    var random = new Random(size);
    var entries = random.longs(size + 5L).map(x -> random.nextInt(4) == 0 ? x : x >> 40).toArray();
    var expected = Arrays.stream(entries, 0, size).sorted().distinct().toArray();

    assertThat(Entries.sorted(entries, size)).isEqualTo(expected);
  }
}
