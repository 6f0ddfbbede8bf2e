package org.masterplan.profiles.identity.exact;

import java.util.Arrays;
import org.masterplan.profiles.identity.domain.LongSet;

/** Collects numbers. */
final class Numbers {
  private long[] numbers = new long[64];
  private int size;

  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  LongSet toSet() {
    return LongSet.of(Arrays.copyOf(numbers, size));
  }
}
