package org.masterplan.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private final Entries entries = new Entries();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 50_000})
  void sort_isAscendingAndEachOnce(int size) {
    assertThat(sorted(numbers(size))).isEqualTo(expected(numbers(size)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void sort_ofFewerAfterMore_forgetsThoseOfBefore(int size) {
    sorted(numbers(50_000));

    assertThat(sorted(numbers(size))).isEqualTo(expected(numbers(size)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 50_000})
  void radix_isAscending(int size) {
    var pairs = Arrays.stream(numbers(size)).map(x -> x & 0x000F_FFFF_000F_FFFFL).toArray();
    var expected = Arrays.stream(pairs).sorted().toArray();
    var whole = Arrays.stream(numbers(size)).map(x -> x & Long.MAX_VALUE).toArray();
    var expectedWhole = Arrays.stream(whole).sorted().toArray();

    Radix.sort(pairs, size);
    Radix.sort(whole, size);

    assertThat(pairs).isEqualTo(expected);
    assertThat(whole).isEqualTo(expectedWhole);
  }

  private long[] sorted(long[] numbers) {
    entries.clear(numbers.length);
    Arrays.stream(numbers).forEach(entries::add);
    entries.sort();
    return IntStream.range(0, entries.size()).mapToLong(entries::at).toArray();
  }

  private static long[] expected(long[] numbers) {
    return Arrays.stream(numbers).sorted().distinct().toArray();
  }

  private static long[] numbers(int size) {
    var random = new Random(size);
    return random.longs(size).map(x -> random.nextInt(4) == 0 ? x : x >> 40).toArray();
  }
}
