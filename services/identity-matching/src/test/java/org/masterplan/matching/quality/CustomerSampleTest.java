package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;

/**
 * How many customers there are, by a sample of entities that somebody who knows the truth looked
 * at: the interval holds the truth as often as it says, and is narrow enough to be of use.
 */
@Tag("cap-9")
class CustomerSampleTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int TAKEN = FULL ? 1_000 : 150;
  private static final int DRAWS = 50;
  private static final TruthSet SET = TruthSet.fake();
  private static final Resolution RUN = Resolver.resolve(SET.schema(), SET.records());
  private static final CustomerFrame FRAME = new CustomerFrame(RUN);
  private static final CustomerLabels LABELS = new CustomerLabels(RUN, Measured.truth(SET, RUN));

  @Test
  void cap009_theIntervalOfDistinctCustomers_holdsTheTruth(@TempDir Path folder)
      throws IOException {
    for (long seed : FULL ? new long[] {42, 7} : new long[] {42}) {
      var set = DemoSet.of(1_000, seed, folder.resolve("seed" + seed)).firstPersons(TAKEN);
      var settings = Settings.DEFAULT.withFormats(set.formats()).withThreads(FULL ? 2 : 1);
      var run = Resolver.resolve(set.schema(), settings, set.records());

      var figures = Figures.of(run, new CustomerLabels(run, set.numbers(run.table())));

      figures.print("demo" + TAKEN + ".seed" + seed);
      assertThat(figures.coverage()).isGreaterThanOrEqualTo(.9);
      assertThat(figures.halfWidth()).isLessThanOrEqualTo(.02);
    }
  }

  @Test
  void cap009_onPublishedRecords_theIntervalHoldsTheTruth() {
    var figures = Figures.of(RUN, LABELS);

    figures.print("fake_1000");
    assertThat(figures.coverage()).isGreaterThanOrEqualTo(.9);
  }

  @Test
  void everyEntityCanBeDrawn_alsoThoseThatNothingResembles() {
    var all = FRAME.draw(RUN.entities().length, 1);

    assertThat(all.drawn().stream().map(CustomerSample.Drawn::entity))
        .doesNotHaveDuplicates()
        .hasSize(RUN.count());
    assertThat(all.drawn()).anyMatch(drawn -> drawn.neighbours().isEmpty());
    var few = CustomerSample.of(RUN, 1);
    assertThat(few.drawn()).hasSize(FRAME.enough()).hasSizeLessThan(RUN.count());
    assertThat(CustomerSample.of(RUN, 1)).isEqualTo(few);
    assertThat(CustomerSample.of(RUN, 2)).isNotEqualTo(few);
  }

  @Test
  void whereAllWereLookedAt_theIntervalIsAPoint() {
    var answer = LABELS.labelled(FRAME.draw(RUN.entities().length, 1)).answer();

    double truth = LABELS.customers();
    assertThat(answer.customers().value()).isCloseTo(truth, within(1e-6));
    assertThat(answer.customers().low()).isCloseTo(truth, within(1e-6));
    assertThat(answer.customers().high()).isCloseTo(truth, within(1e-6));
    assertThat(answer.inflation().value()).isCloseTo(SET.records().size() / truth, within(1e-6));
  }

  @Test
  void withFewLabels_theIntervalIsWider_andWithNoneAnythingIsPossible() {
    var sample = FRAME.draw(150, 1);
    var half = new LabelledCustomers(sample.records());
    var none = new LabelledCustomers(sample.records());
    IntStream.range(0, sample.drawn().size())
        .mapToObj(sample.drawn()::get)
        .forEach(
            drawn -> {
              none.add(drawn.stratum());
              if (half.labelled() <= half.unlabelled()) {
                half.add(drawn.stratum(), LABELS.elsewhere(drawn.entity()));
              } else {
                half.add(drawn.stratum());
              }
            });

    double whole = width(LABELS.labelled(sample));
    assertThat(width(half)).isGreaterThan(whole);
    assertThat(width(none)).isGreaterThan(RUN.count() / 2.0);
    assertThat(half.entities()).isEqualTo(RUN.count());
    assertThat(half.unlabelled()).isEqualTo(75);
  }

  private static double width(LabelledCustomers labelled) {
    var customers = labelled.answer().customers();
    return customers.high() - customers.low();
  }

  /** Of many samples of one run; half-width and bias as shares of the truth. */
  private record Figures(
      int drawn,
      int entities,
      double coverage,
      double inflationCoverage,
      double halfWidth,
      double bias) {
    static Figures of(Resolution run, CustomerLabels labels) {
      var frame = new CustomerFrame(run);
      int covered = 0;
      int inflation = 0;
      double bias = 0;
      var widths = new double[DRAWS];
      double truth = labels.customers();
      for (int seed = 0; seed < DRAWS; seed++) {
        var sample = frame.draw(frame.enough(), seed);
        var answer = labels.labelled(sample).answer();
        covered += holds(answer.customers(), truth) ? 1 : 0;
        inflation += holds(answer.inflation(), sample.records() / truth) ? 1 : 0;
        bias += (answer.customers().value() / truth - 1) / DRAWS;
        widths[seed] = (answer.customers().high() - answer.customers().low()) / 2 / truth;
      }
      Arrays.sort(widths);
      return new Figures(
          frame.enough(),
          run.count(),
          (double) covered / DRAWS,
          (double) inflation / DRAWS,
          widths[DRAWS / 2],
          bias);
    }

    private static boolean holds(Estimate estimate, double truth) {
      return estimate.low() <= truth && truth <= estimate.high();
    }

    void print(String set) {
      print(set, "drawn", drawn, "entities of " + entities);
      print(set, "coverage", coverage, "share of " + DRAWS + " (floor .90)");
      print(set, "inflationCoverage", inflationCoverage, "share of " + DRAWS + " (floor .90)");
      print(set, "medianHalfWidth", halfWidth, "share (goal .02)");
      print(set, "bias", bias, "share");
    }

    private static void print(String set, String name, double value, String unit) {
      System.out.println(
          String.format(
              Locale.ROOT, "FIGURE matching.customers.%s.%s %.4f %s", set, name, value, unit));
    }
  }
}
