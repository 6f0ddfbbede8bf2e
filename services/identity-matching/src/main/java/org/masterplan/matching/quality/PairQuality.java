package org.masterplan.matching.quality;

import java.util.Arrays;
import org.masterplan.matching.table.LongBag;

/**
 * Pairwise figures over all true pairs, not only those compared.
 *
 * @param blockingRecall the share of true pairs that were candidates
 * @param largest records of the largest entity found
 */
public record PairQuality(double precision, double recall, double blockingRecall, int largest) {

  /** Compares what was found with the truth; both number the entity of each record. */
  public static PairQuality of(int[] found, int[] truth, long[] candidates) {
    var both = new long[found.length];
    for (int r = 0; r < found.length; r++) {
      both[r] = (long) found[r] << 32 | truth[r];
    }
    double right = pairs(both);
    double real = pairs(Arrays.stream(truth).asLongStream().toArray());
    double claimed = pairs(Arrays.stream(found).asLongStream().toArray());
    long known =
        Arrays.stream(candidates)
            .filter(pair -> truth[LongBag.left(pair)] == truth[LongBag.right(pair)])
            .count();
    return new PairQuality(
        share(right, claimed), share(right, real), share(known, real), largest(found));
  }

  public double f1() {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  private static double pairs(long[] groups) {
    Arrays.sort(groups);
    double pairs = 0;
    for (int from = 0, to; from < groups.length; from = to) {
      to = from + 1;
      while (to < groups.length && groups[to] == groups[from]) {
        to++;
      }
      pairs += (to - from) * (to - from - 1.0) / 2;
    }
    return pairs;
  }

  private static int largest(int[] found) {
    var sizes = new int[found.length];
    int largest = 0;
    for (int entity : found) {
      largest = Math.max(largest, ++sizes[entity]);
    }
    return largest;
  }
}
