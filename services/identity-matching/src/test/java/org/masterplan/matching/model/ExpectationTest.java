package org.masterplan.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.compare.Comparer;

/** Patterns drawn by a known mixture: what was put in is found again, without labels. */
class ExpectationTest {
  private static final int PAIRS = 40_000;
  private static final double UNKNOWN = .1;
  private static final double[][] U = {
    {.01, .02, .05, .92}, {.02, .08, .9}, {.005, .995}, {.1, .2, .3, .4}
  };
  private static final double[][] M = {
    {.8, .1, .06, .04}, {.7, .2, .1}, {.93, .07}, {.6, .25, .1, .05}
  };

  @ParameterizedTest
  @ValueSource(doubles = {.05, .3, .8})
  void run_findsHowProbableEachLevelIsAmongMatches(double share) {
    var random = new SplittableRandom(17);
    var patterns = new long[PAIRS];
    Arrays.setAll(patterns, p -> pattern(random.nextDouble() < share ? M : U, random));

    var found = new Expectation(PatternCounts.of(patterns), U).run(60).orElseThrow();

    assertThat(found.matches() / found.pairs()).isCloseTo(share, within(.01));
    for (int f = 0; f < M.length; f++) {
      var counts = Arrays.copyOfRange(found.counts()[f], 1, M[f].length + 1);
      var m = Trainer.shares(counts, 0);
      for (int level = 0; level < m.length; level++) {
        // Four times what chance alone moves a share of so many matches.
        double chance = 4 * Math.sqrt(M[f][level] * (1 - M[f][level]) / (PAIRS * share));
        assertThat(m[level])
            .as("feature %d, level %d", f, level + 1)
            .isCloseTo(M[f][level], within(chance));
      }
    }
  }

  private static long pattern(double[][] by, SplittableRandom random) {
    long pattern = 0;
    for (int f = 0; f < by.length; f++) {
      if (random.nextDouble() >= UNKNOWN) {
        pattern |= (long) level(by[f], random) << (f * Comparer.BITS);
      }
    }
    return pattern;
  }

  private static int level(double[] shares, SplittableRandom random) {
    double at = random.nextDouble();
    int level = 0;
    while (level < shares.length - 1 && at >= shares[level]) {
      at -= shares[level++];
    }
    return level + 1;
  }
}
