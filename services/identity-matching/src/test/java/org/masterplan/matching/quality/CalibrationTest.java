package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.table.LongBag;

/**
 * A probability that is stated is how often it is so: of some thousand records of many sources both
 * ways. Of tens of thousands, and of other files, no pair is stated as surer than it is, and how
 * much less sure is bounded.
 */
@Tag("cap-8")
class CalibrationTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = FULL ? 10_000 : 1_000;

  /** Pairs below which a share is mostly chance. */
  private static final int ENOUGH = 30;

  /** Beside twice what chance alone moves the share of so many pairs. */
  private static final double TOO_HIGH = .05;

  /** Learned of more records, the prior comes out lower, and with it what is stated. */
  private static final double TOO_LOW = FULL ? .12 : .05;

  private static final double APART_IN_DOUBT = FULL ? .04 : .03;

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void cap008_ofManySources_everyProbabilityStated_isTheShareObserved(
      long seed, @TempDir Path folder) throws IOException {
    var set = DemoSet.of(PEOPLE, seed, folder);
    var settings = Settings.DEFAULT.withFormats(set.formats()).withThreads(FULL ? 2 : 1);
    var found = Resolver.resolve(set.schema(), settings, set.records());
    var numbers = set.numbers(found.table());

    var told =
        reliability(
            "demo" + PEOPLE + ".seed" + seed,
            found,
            pair -> numbers[LongBag.left(pair)] == numbers[LongBag.right(pair)]);

    var enough = told.steps().stream().filter(step -> step.pairs() >= ENOUGH).toList();
    assertThat(enough).hasSizeGreaterThan(5);
    assertThat(enough)
        .allSatisfy(
            step ->
                assertThat(step.stated() - step.observed())
                    .isBetween(-TOO_LOW - step.chance(), TOO_HIGH + step.chance()));
    assertThat(told.errorInDoubt()).isLessThan(APART_IN_DOUBT);
    assertThat(told.statedForOne()).isCloseTo(1, within(APART_IN_DOUBT));
  }

  @Test
  void cap008_ofPublishedRecords_noProbabilityIsStatedTooHigh() {
    var set = TruthSet.febrl(3);
    var found = Resolver.resolve(set.schema(), set.records());

    requireNotTooHigh(reliability("febrl3", found, pair -> set.same(found, pair)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void cap008_ofRecordsMadeAsTheModelAssumes_noProbabilityIsStatedTooHigh(long seed) {
    var set = Copies.of(3_000, seed);
    var found = Resolver.resolve(set.schema(), set.records());

    requireNotTooHigh(reliability("copies" + seed, found, pair -> Copies.same(found, pair)));
  }

  private static void requireNotTooHigh(Reliability told) {
    assertThat(told.steps())
        .filteredOn(step -> step.pairs() > 0)
        .allSatisfy(
            step -> assertThat(step.stated()).isLessThan(step.observed() + step.chance() + .01));
    assertThat(told.error()).isLessThan(.01);
    assertThat(told.statedForOne()).isBetween(.98, 1.);
  }

  /** What a guard holds back is never stated as more likely than not. */
  private static Reliability reliability(String name, Resolution found, LongPredicate same) {
    var told = Reliability.of(found, same);
    told.print(name);
    assertThat(told.heldBack().stated()).isLessThan(.5);
    return told;
  }
}
