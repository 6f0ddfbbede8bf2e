package org.masterplan.matching.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many of each stratum are drawn: Neyman's allocation, by size and spread (W. G. Cochran,
 * "Sampling Techniques", 1977, 5.5). None goes without, and what small strata leave goes to others.
 */
final class Allocation {
  private Allocation() {}

  /**
   * A stratum.
   *
   * @param size how many there are to draw from
   * @param spread the sum of all their standard deviations, as far as they are known
   */
  record Share(int size, double spread) {
    /** Of the sum over the stratum, estimated by so many. */
    double variance(int drawn) {
      double one = spread / size;
      return variance(size, drawn, one * one + LabelledCustomers.UNSEEN / drawn);
    }

    /** Of a sum over so many, of which some were drawn that vary so much (Cochran 1977, 2.6). */
    static double variance(double all, int drawn, double one) {
      return all * (all - drawn) / drawn * one;
    }
  }

  /**
   * What to draw of each.
   *
   * @param least of each stratum, or all of it where it has fewer
   */
  static int[] of(List<Share> strata, int all, int least) {
    var sizes = new int[strata.size()];
    Arrays.setAll(sizes, s -> Math.min(strata.get(s).size(), least));
    for (int left = all - Arrays.stream(sizes).sum(); left > 0; left--) {
      int most = -1;
      double need = -1;
      for (int s = 0; s < sizes.length; s++) {
        double wanted = strata.get(s).spread() / sizes[s];
        if (sizes[s] < strata.get(s).size() && wanted > need) {
          most = s;
          need = wanted;
        }
      }
      if (most < 0) {
        break;
      }
      sizes[most]++;
    }
    return sizes;
  }

  /** The standard error to expect of the sum over all strata. */
  static double error(List<Share> strata, int[] sizes) {
    return Math.sqrt(
        IntStream.range(0, sizes.length).mapToDouble(s -> strata.get(s).variance(sizes[s])).sum());
  }
}
