package org.masterplan.profiles.identity.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/** Some numbers, each once, in order. Immutable. */
public final class LongSet {
  private final long[] sorted;

  private LongSet(long[] sorted) {
    this.sorted = sorted;
  }

  public static LongSet of(long... numbers) {
    return new LongSet(Arrays.stream(numbers).sorted().distinct().toArray());
  }

  public static LongSet of(Collection<Long> numbers) {
    return of(numbers.stream().mapToLong(Long::longValue).toArray());
  }

  public boolean contains(long number) {
    return Arrays.binarySearch(sorted, number) >= 0;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  public int size() {
    return sorted.length;
  }

  /** A copy, in order. */
  public long[] toArray() {
    return sorted.clone();
  }

  public LongSet filter(LongPredicate keep) {
    return new LongSet(Arrays.stream(sorted).filter(keep).toArray());
  }

  /** So many of them, drawn by chance; the same ones for the same seed. All if there are fewer. */
  public LongSet drawn(int many, long seed) {
    if (many >= sorted.length) {
      return this;
    }
    long[] shuffled = sorted.clone();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < many; i++) {
      int j = random.nextInt(i, shuffled.length);
      long kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return of(Arrays.copyOf(shuffled, many));
  }

  public LongSet minus(LongSet other) {
    return filter(n -> !other.contains(n));
  }

  public LongSet and(LongSet other) {
    return filter(other::contains);
  }

  public LongSet plus(LongSet other) {
    var both = Arrays.copyOf(sorted, sorted.length + other.sorted.length);
    System.arraycopy(other.sorted, 0, both, sorted.length, other.sorted.length);
    return of(both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LongSet set && Arrays.equals(sorted, set.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
