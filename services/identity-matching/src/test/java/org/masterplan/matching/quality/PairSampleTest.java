package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.SampleFile;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.table.LongBag;

class PairSampleTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final TruthSet SET = TruthSet.fake();
  private static final Resolution RUN = Resolver.resolve(SET.schema(), SET.records());

  @Test
  void of_draws200DifferentPairs_ofEveryStratum() {
    var sample = PairSample.of(RUN, 1);

    assertThat(sample.pairs()).hasSize(PairSample.SIZE);
    assertThat(sample.pairs().stream().map(p -> LongBag.pair(p.left(), p.right())).distinct())
        .hasSize(PairSample.SIZE);
    assertThat(sample.pairs())
        .allMatch(p -> (RUN.entities()[p.left()] == RUN.entities()[p.right()]) == p.linked());
    assertThat(PairSample.of(RUN, 1)).isEqualTo(sample);
    assertThat(PairSample.of(RUN, 2)).isNotEqualTo(sample);
  }

  /**
   * Of more linked pairs than are weighed, some stand for all: each stratum as large on average.
   */
  @Test
  void of_moreLinkedPairsThanAreWeighed_estimatesTheStrataWithoutBias() {
    var whole = sizes(PairSample.of(RUN, 1));
    var mean = new TreeMap<String, Double>();
    int seeds = 60;
    for (int seed = 0; seed < seeds; seed++) {
      var sample = PairSample.of(RUN, seed, 300);
      assertThat(sample.all()).isEqualTo(PairSample.of(RUN, 1).all());
      assertThat(sample.pairs())
          .allMatch(p -> (RUN.entities()[p.left()] == RUN.entities()[p.right()]) == p.linked());
      sizes(sample).forEach((name, of) -> mean.merge(name, (double) of / seeds, Double::sum));
    }

    whole.forEach(
        (name, of) -> {
          double spread = name.startsWith("linked") ? 3 * Math.sqrt(of * 7. / seeds) : 0;
          assertThat(mean.get(name)).as(name).isCloseTo(of, within(spread + 1e-6));
        });
  }

  private static Map<String, Long> sizes(PairSample sample) {
    return sample.pairs().stream()
        .collect(
            Collectors.toMap(
                PairSample.Drawn::stratum, PairSample.Drawn::of, (of, same) -> of, TreeMap::new));
  }

  /** An entity of a hundred thousand records has more pairs than an int can count. */
  @Test
  void sampleFile_ofMoreThanFourBillionPairs_isReadBack() throws IOException {
    var drawn = new PairSample.Drawn(0, 1, "linked 5", 4_999_950_000L, true);
    var file = new StringBuilder();
    SampleFile.write(RUN, new PairSample(List.of(drawn)), file);

    var answer = new SampleRows(file.toString()).labelled("yes").answer();

    assertThat(file).contains(",4999950000,4999950000");
    assertThat(answer.precision().value()).isEqualTo(1);
  }

  /** Somebody who knows the truth labels: the intervals hold it as often as they say. */
  @Test
  void intervals_coverTheTruth() {
    int seeds = FULL ? 200 : 40;
    double precision = 0;
    double recall = 0;
    int precise = 0;
    int recalled = 0;
    var widths = new double[seeds];
    var truth = truth();
    for (int seed = 0; seed < seeds; seed++) {
      var answer = labelled(PairSample.of(RUN, seed)).answer();
      precise += holds(answer.precision(), truth.precision()) ? 1 : 0;
      recalled += holds(answer.recall(), truth.recall()) ? 1 : 0;
      precision += answer.precision().value() / seeds;
      recall += answer.recall().value() / seeds;
      widths[seed] = (answer.recall().high() - answer.recall().low()) / 2;
    }
    Arrays.sort(widths);
    print("precisionCovered", (double) precise / seeds, "share (goal 0.90)");
    print("recallCovered", (double) recalled / seeds, "share (goal 0.90)");
    print("recallHalfWidth", widths[seeds / 2], "share");
    print("precisionBias", precision - truth.precision(), "share");
    print("recallBias", recall - truth.recall(), "share");
    assertThat((double) precise / seeds).isGreaterThanOrEqualTo(.9);
    assertThat((double) recalled / seeds).isGreaterThanOrEqualTo(.9);
  }

  @Test
  void withoutLabels_theIntervalIsWide() {
    var sample = new LabelledSample();
    PairSample.of(RUN, 1).pairs().forEach(sample::add);

    var answer = sample.answer();

    assertThat(answer.precision().high() - answer.precision().low()).isGreaterThan(.5);
    assertThat(sample.unlabelled()).isEqualTo(PairSample.SIZE);
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  /** Precision over all linked pairs; recall over the pairs from which the sample is drawn. */
  private record Truth(double precision, double recall) {}

  private static Truth truth() {
    double linked = 0;
    double right = 0;
    double missed = 0;
    int[] entities = RUN.entities();
    for (int i = 0; i < entities.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean together = entities[i] == entities[j];
        linked += together ? 1 : 0;
        right += together && SET.same(RUN, LongBag.pair(i, j)) ? 1 : 0;
      }
    }
    for (int p = 0; p < RUN.weights().length; p++) {
      long pair = RUN.candidates().pairs()[p];
      boolean apart = entities[LongBag.left(pair)] != entities[LongBag.right(pair)];
      missed += apart && RUN.weights()[p] >= -10 && SET.same(RUN, pair) ? 1 : 0;
    }
    return new Truth(right / linked, right / (right + missed));
  }

  private static LabelledSample labelled(PairSample drawn) {
    var sample = new LabelledSample();
    for (var pair : drawn.pairs()) {
      sample.add(pair, SET.same(RUN, LongBag.pair(pair.left(), pair.right())));
    }
    return sample;
  }

  private static void print(String name, double value, String unit) {
    System.out.println(
        String.format(Locale.ROOT, "FIGURE matching.sample.%s %.4f %s", name, value, unit));
  }

  /** What is left of a file says nothing of what it was written for. */
  @Test
  void sampleFile_withAStratumDeletedOrARowTwice_isRefused() throws IOException {
    var lines = written().lines().toList();
    var last = lines.getLast().split(",");
    var tail =
        "," + last[last.length - 3] + "," + last[last.length - 2] + "," + last[last.length - 1];
    var without = lines.stream().filter(line -> !line.endsWith(tail)).toList();
    var doubled = new ArrayList<>(lines);
    doubled.add(lines.getLast());

    assertRefused(without, "SAMPLE_MISSING");
    assertRefused(doubled, "SAMPLE_ROW");
    assertRefused(
        lines.stream().map(line -> line.replaceFirst(",[^,]*$", "")).toList(), "SAMPLE_COLUMN");
    assertThat(new SampleRows(String.join("\n", lines)).labelled("yes").labelled()).isEqualTo(200);
  }

  private static void assertRefused(List<String> lines, String reason) {
    assertThatThrownBy(() -> new SampleRows(String.join("\n", lines)).labelled("yes"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refusal -> assertThat(refusal.violations().getFirst().reason()).isEqualTo(reason));
  }

  private static String written() throws IOException {
    var file = new StringBuilder();
    SampleFile.write(RUN, PairSample.of(RUN, 1), file);
    return file.toString();
  }

  @Test
  void sampleFile_isReadBack_andOddOnesRefused() throws IOException {
    var file = written();
    assertThat(file).startsWith("left_source,left_record,").hasLineCount(201);
    var rows = new SampleRows(file);

    assertThat(rows.labelled("yes").labelled()).isEqualTo(200);
    assertThat(rows.labelled("KHÔNG").answer().precision().value()).isZero();
    assertThatThrownBy(() -> rows.labelled("perhaps")).isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> rows.labelled("")).isInstanceOf(InvalidFields.class);
    assertThat(file).doesNotContain("linked", "apart");
    var odd = new SampleRows(file.replaceFirst("([0-9]+)\\n$", "9$1\n"));
    assertThatThrownBy(() -> odd.labelled("yes")).isInstanceOf(InvalidFields.class);
  }
}
