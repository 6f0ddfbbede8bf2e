package org.masterplan.demo;

/**
 * A keyed permutation of 0..size-1 that needs no memory: a Feistel network, walked until it falls
 * inside. Files are written in its order, so that neither row order nor numbers tell who is whom.
 */
final class Shuffle {
  private final long key;
  private final long size;
  private final int half;

  Shuffle(long key, long size) {
    if (size < 1) {
      throw new IllegalArgumentException("size: " + size + " (expected: >= 1)");
    }
    this.key = key;
    this.size = size;
    this.half = Math.max(1, (65 - Long.numberOfLeadingZeros(size)) / 2);
  }

  static Shuffle of(long seed, String label, long a, long size) {
    return new Shuffle(Draw.of(seed, label, a, 0).next(), size);
  }

  long at(long index) {
    long value = index;
    do {
      value = once(value);
    } while (value >= size);
    return value;
  }

  private long once(long value) {
    long mask = (1L << half) - 1;
    long left = value >>> half;
    long right = value & mask;
    for (int round = 0; round < 4; round++) {
      long mixed = (right + key + round) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
      mixed *= 0xBF58476D1CE4E5B9L;
      long swapped = left ^ ((mixed >>> 32) & mask);
      left = right;
      right = swapped;
    }
    return (left << half) | right;
  }
}
