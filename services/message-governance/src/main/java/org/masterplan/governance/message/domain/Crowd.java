package org.masterplan.governance.message.domain;

import org.roaringbitmap.RoaringBitmap;

/**
 * A set of people by their numbers in a {@link Roster}. Exact whatever its size; RoaringBitmap is
 * admitted here because a bitmap is the cheapest exact answer to "how many are in both".
 */
public final class Crowd {
  private final RoaringBitmap numbers;

  private Crowd(RoaringBitmap numbers) {
    this.numbers = numbers;
  }

  static Crowd of(int... numbers) {
    var bitmap = RoaringBitmap.bitmapOf(numbers);
    bitmap.runOptimize();
    return new Crowd(bitmap);
  }

  /** Nobody. */
  public static Crowd empty() {
    return new Crowd(new RoaringBitmap());
  }

  public int size() {
    return numbers.getCardinality();
  }

  /** How many are in both. */
  public int common(Crowd other) {
    return RoaringBitmap.andCardinality(numbers, other.numbers);
  }

  /** Everybody who is in both. */
  public Crowd both(Crowd other) {
    return new Crowd(RoaringBitmap.and(numbers, other.numbers));
  }

  /** Everybody who is in either. */
  public Crowd either(Crowd other) {
    return new Crowd(RoaringBitmap.or(numbers, other.numbers));
  }
}
