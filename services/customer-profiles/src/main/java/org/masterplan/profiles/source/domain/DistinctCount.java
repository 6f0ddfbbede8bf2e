package org.masterplan.profiles.source.domain;

import org.masterplan.profiles.dictionary.domain.Hashes;

/**
 * About how many different texts it was shown, in 16 KB however many they are: HyperLogLog with
 * Ertl's estimator, which needs no correction where there are few. Not for several threads.
 */
public final class DistinctCount {
  /** One standard error, as a share: 1.04 of the root of the registers. */
  public static final double STANDARD_ERROR = 0.0082;

  private static final int BITS = 14;
  private static final int REGISTERS = 1 << BITS;
  private static final int LEFT = Long.SIZE - BITS;

  private final byte[] registers = new byte[REGISTERS];

  public void add(String text) {
    long hash = Hashes.of(text);
    int register = (int) (hash >>> LEFT);
    int rank = Math.min(Long.numberOfLeadingZeros(hash << BITS), LEFT) + 1;
    registers[register] = (byte) Math.max(registers[register], rank);
  }

  /** The estimate. */
  public long estimate() {
    var counts = new int[LEFT + 2];
    for (byte register : registers) {
      counts[register]++;
    }
    double sum = REGISTERS * tau(1 - (double) counts[LEFT + 1] / REGISTERS);
    for (int rank = LEFT; rank >= 1; rank--) {
      sum = (sum + counts[rank]) / 2;
    }
    sum += REGISTERS * sigma((double) counts[0] / REGISTERS);
    return Math.round(REGISTERS / (2 * Math.log(2)) * REGISTERS / sum);
  }

  /** What the registers that nothing has reached say. */
  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double power = share;
    double weight = 1;
    double sum = share;
    double before;
    do {
      power *= power;
      before = sum;
      sum += power * weight;
      weight *= 2;
    } while (sum != before);
    return sum;
  }

  /** What the registers that are full say. */
  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double root = share;
    double weight = 1;
    double sum = 1 - share;
    double before;
    do {
      root = Math.sqrt(root);
      before = sum;
      weight /= 2;
      sum -= (1 - root) * (1 - root) * weight;
    } while (sum != before);
    return sum / 3;
  }
}
