package org.masterplan.matching.quality;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What people said of a {@link PairSample}. Precision and recall are shares of strata put together
 * by the strata's sizes; their 95 % interval is that of draws from each stratum's posterior under
 * the neutral prior Beta(1/3, 1/3) (J. Kerman, "Neutral noninformative and informative conjugate
 * beta and gamma prior distributions", Electronic Journal of Statistics 5, 2011), whose median is
 * nearly the share itself: of strata that hold hardly a match another prior would make too many. Of
 * pairs that were labelled themselves nothing is guessed. Recall is among the pairs of the frame:
 * what was never compared, or has less than one chance in a thousand, is taken for two persons.
 */
public final class LabelledSample {
  private static final int DRAWS = 4000;
  private static final long SEED = 1;
  private static final double NEUTRAL = 1.0 / 3;

  private final Map<String, Stratum> strata = new TreeMap<>();
  private int labelled;
  private int unlabelled;

  private static final class Stratum {
    private final long of;
    private final boolean linked;
    private int same;
    private int other;

    Stratum(long of, boolean linked) {
      this.of = of;
      this.linked = linked;
    }

    /** How many of its pairs are one person. */
    double matches(double share) {
      return same + Math.max(0, of - same - other) * share;
    }

    double plain() {
      return same + other == 0 ? 0.5 : (double) same / (same + other);
    }
  }

  /** Precision and recall. */
  public record Answer(Estimate precision, Estimate recall) {}

  /** Takes a label. */
  public void add(PairSample.Drawn pair, boolean same) {
    var stratum = stratum(pair);
    stratum.same += same ? 1 : 0;
    stratum.other += same ? 0 : 1;
    labelled++;
  }

  /** Takes a pair that nobody labelled: its stratum counts all the same. */
  public void add(PairSample.Drawn pair) {
    stratum(pair);
    unlabelled++;
  }

  private Stratum stratum(PairSample.Drawn pair) {
    return strata.computeIfAbsent(pair.stratum(), s -> new Stratum(pair.of(), pair.linked()));
  }

  public int labelled() {
    return labelled;
  }

  public int unlabelled() {
    return unlabelled;
  }

  /** Of what was labelled. */
  public Answer answer() {
    var precisions = new double[DRAWS];
    var recalls = new double[DRAWS];
    var random = new SplittableRandom(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      var sums = sums(s -> Betas.draw(s.same + NEUTRAL, s.other + NEUTRAL, random));
      precisions[draw] = share(sums[0], sums[2]);
      recalls[draw] = share(sums[0], sums[0] + sums[1]);
    }
    var plain = sums(Stratum::plain);
    return new Answer(
        estimate(share(plain[0], plain[2]), precisions),
        estimate(share(plain[0], plain[0] + plain[1]), recalls));
  }

  /** Matches that were linked, matches that were not, and all that were linked. */
  private double[] sums(ToDoubleFunction<Stratum> share) {
    var sums = new double[3];
    for (var stratum : strata.values()) {
      double matches = stratum.matches(share.applyAsDouble(stratum));
      sums[stratum.linked ? 0 : 1] += matches;
      sums[2] += stratum.linked ? stratum.of : 0;
    }
    return sums;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  private static Estimate estimate(double value, double[] draws) {
    Arrays.sort(draws);
    double low = draws[(int) (DRAWS * 0.025)];
    double high = draws[(int) (DRAWS * 0.975)];
    return new Estimate(value, Math.min(value, low), Math.max(value, high));
  }
}
