package org.masterplan.profiles.review.domain;

import java.util.Optional;

/** Two records by number, the smaller one left: whoever finds them finds the same pair. */
public record Pair(long left, long right) {
  public Pair {
    if (left >= right) {
      throw new IllegalArgumentException("pair: " + left + ", " + right + " (expected: ascending)");
    }
  }

  /** The two in order. */
  public static Pair of(long one, long other) {
    return new Pair(Math.min(one, other), Math.max(one, other));
  }

  /** Reads {@link #id}; empty if it cannot be one. */
  public static Optional<Pair> read(String id) {
    int at = id.indexOf('-');
    try {
      long left = Long.parseLong(id.substring(0, Math.max(at, 0)), 36);
      long right = Long.parseLong(id.substring(at + 1), 36);
      var pair = left < right ? Optional.of(new Pair(left, right)) : Optional.<Pair>empty();
      return pair.filter(read -> read.id().equals(id));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The id of the question about them. */
  public String id() {
    return Long.toString(left, 36) + "-" + Long.toString(right, 36);
  }
}
