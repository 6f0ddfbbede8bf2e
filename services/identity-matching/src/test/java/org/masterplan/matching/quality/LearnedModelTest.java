package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.engine.Resolver;

/** What the whole engine learns of records whose errors are known is what they were made by. */
@Tag("cap-8")
class LearnedModelTest {
  private static final int PERSONS = 4_000;

  /** Twenty assumed matches stand beside some thousands, and a copy may be right by chance. */
  private static final double TOLERANCE = .025;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void cap008_withoutLabels_whatIsLearned_isWhatTheRecordsWereMadeBy(long seed) {
    var set = Copies.of(PERSONS, seed);

    var model = Resolver.resolve(set.schema(), set.records()).model();

    double truth = PERSONS / (PERSONS * (2. * PERSONS - 1));
    assertThat(model.prior() / truth).as("of all pairs those of one person").isBetween(.9, 1.1);
    for (int f = 0; f < model.comparisons().size(); f++) {
      var comparison = model.comparisons().get(f);
      double equal = comparison.m()[0];
      System.out.println(
          String.format(
              Locale.ROOT,
              "FIGURE matching.learned.seed%d.%s %.4f share (made by %.4f)",
              seed,
              comparison.feature().name(),
              equal,
              1 - Copies.mistaken(f)));
      assertThat(equal)
          .as(comparison.feature().name())
          .isCloseTo(1 - Copies.mistaken(f), within(TOLERANCE));
    }
  }
}
