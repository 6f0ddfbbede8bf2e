package org.masterplan.matching.candidate;

/** 64-bit hashes of keys; never 0. */
final class Hashes {
  private Hashes() {}

  static long of(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash, 0x9E3779B97F4A7C15L);
  }

  static long mix(long a, long b) {
    long z = a * 0xBF58476D1CE4E5B9L + b;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }
}
