package org.masterplan.profiles.review.app;

import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.review.domain.Pair;

/**
 * Pairs that were looked at, by hash: some 25 bytes each. Two of a million pairs share a hash once
 * in tens of millions of searches; the second of them is then not asked about.
 */
final class SeenPairs {
  private final LongIndex hashes = new LongIndex();

  /** Whether it is seen for the first time. */
  boolean add(Pair pair) {
    int before = hashes.size();
    hashes.add(hash(pair));
    return hashes.size() > before;
  }

  /** Mixed in two rounds: numbers of records are small, and follow upon each other. */
  private static long hash(Pair pair) {
    return mixed(mixed(pair.left()) + pair.right());
  }

  /** The finalizer of SplitMix64, which gives every number another one. */
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
