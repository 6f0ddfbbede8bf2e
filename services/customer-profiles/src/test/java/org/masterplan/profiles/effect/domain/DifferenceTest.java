package org.masterplan.profiles.effect.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  /**
   * By hand: 1 to 30 has mean 15.5 and variance 77.5; 10 and 20 in turn has 15 and 25.862. The
   * standard error is 1.8562 at 46.4 degrees of freedom, whose t is 2.0125.
   */
  @Test
  @Tag("cap-53")
  void cap053_theInterval_isWelchs() {
    var first = sample(IntStream.rangeClosed(1, 30).mapToDouble(i -> i).toArray());
    var second = sample(IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? 10 : 20).toArray());

    var difference = Difference.of(first, second).orElseThrow();

    assertThat(first.variance()).isCloseTo(77.5, within(1e-9));
    assertThat(difference.value()).isCloseTo(.5, within(1e-9));
    assertThat(difference.low()).isCloseTo(.5 - 1.8562 * 2.0125, within(.002));
    assertThat(difference.high()).isCloseTo(.5 + 1.8562 * 2.0125, within(.002));
  }

  @Test
  void quantile_isThatOfTheTables() {
    assertThat(Difference.quantile(29)).isCloseTo(2.04523, within(.001));
    assertThat(Difference.quantile(60)).isCloseTo(2.00030, within(.0005));
    assertThat(Difference.quantile(1000)).isCloseTo(1.96234, within(.0005));
  }

  @Test
  @Tag("cap-53")
  void cap053_fewerThanThirtyInEither_claimNothing() {
    assertThat(Difference.of(constant(29, 5), constant(500, 1))).isEmpty();
    assertThat(Difference.of(constant(500, 5), constant(29, 1))).isEmpty();
    assertThat(Difference.of(constant(30, 5), constant(30, 1))).contains(new Difference(4, 4, 4));
    assertThat(new Sample().mean()).isZero();
  }

  /**
   * 2,000 draws of two groups of unlike size and spread: the share is within 3 deviations of 95 %.
   */
  @Test
  void theInterval_holdsTheTruth_ninetyFiveTimesInAHundred() {
    var random = new Random(20261123);
    int held = 0;
    for (int i = 0; i < 2000; i++) {
      var first = new Sample();
      var second = new Sample();
      IntStream.range(0, 30).forEach(_ -> first.add(7 + 9 * random.nextGaussian()));
      IntStream.range(0, 90).forEach(_ -> second.add(5 + 2 * random.nextGaussian()));
      var difference = Difference.of(first, second).orElseThrow();
      held += difference.low() <= 2 && 2 <= difference.high() ? 1 : 0;
    }

    assertThat(held / 2000.0).isBetween(.935, .965);
  }

  private static Sample constant(int n, double value) {
    return sample(IntStream.range(0, n).mapToDouble(_ -> value).toArray());
  }

  private static Sample sample(double... values) {
    var sample = new Sample();
    for (var value : values) {
      sample.add(value);
    }
    return sample;
  }
}
