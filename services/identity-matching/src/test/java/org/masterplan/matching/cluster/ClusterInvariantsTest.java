package org.masterplan.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.masterplan.matching.table.LongBag;

/** What holds of entities whatever the evidence, and whatever people decided. */
@Tag("cap-8")
class ClusterInvariantsTest {
  private static final double MUST = 1e6;
  private static final double CANNOT = -1e12;
  private static final double VETO = -1e9;

  /** Random evidence, vetoes and decisions, in which nobody decides against himself. */
  private static final class Case {
    final int records;
    final double[][] weights;
    final Set<Long> must = new HashSet<>();
    final Set<Long> cannot = new HashSet<>();

    /** Decisions follow a hidden truth of a few persons; evidence follows nothing. */
    Case(int records, long seed) {
      this.records = records;
      this.weights = new double[records][records];
      var random = new Random(seed);
      var person = random.ints(records, 0, 1 + records / 3).toArray();
      for (int i = 0; i < records; i++) {
        for (int j = 0; j < i; j++) {
          weights[i][j] = weights[j][i] = weight(i, j, person[i] == person[j], random);
        }
      }
    }

    private double weight(int i, int j, boolean same, Random random) {
      double luck = random.nextDouble();
      if (luck < 0.08) {
        (same ? must : cannot).add(LongBag.pair(i, j));
        return same ? MUST : CANNOT;
      }
      return luck < 0.12 ? VETO : random.nextGaussian(-1, 8);
    }

    /** The entities of the first records. */
    int[] entities(int first) {
      var pairs = new LongBag();
      for (int i = 0; i < first; i++) {
        for (int j = 0; j < i; j++) {
          pairs.add(LongBag.pair(i, j));
        }
      }
      var sorted = pairs.takeDistinct();
      var heavy = new float[sorted.length];
      for (int p = 0; p < heavy.length; p++) {
        heavy[p] = (float) weights[LongBag.left(sorted[p])][LongBag.right(sorted[p])];
      }
      return Clusters.of(first, sorted, heavy, (a, b) -> weights[a][b]);
    }
  }

  @Property
  void cap008_cannotLink_isNeverViolated(
      @ForAll @IntRange(min = 2, max = 40) int records, @ForAll long seed) {
    var made = new Case(records, seed);

    var entities = made.entities(records);

    for (long pair : made.cannot) {
      assertThat(entities[LongBag.left(pair)]).isNotEqualTo(entities[LongBag.right(pair)]);
    }
  }

  @Property
  void cap008_addingARecord_neverSplitsAMustLink(
      @ForAll @IntRange(min = 3, max = 40) int records, @ForAll long seed) {
    var made = new Case(records, seed);

    for (int first : new int[] {records - 1, records}) {
      var entities = made.entities(first);
      for (long pair : made.must) {
        if (LongBag.right(pair) < first) {
          assertThat(entities[LongBag.left(pair)]).isEqualTo(entities[LongBag.right(pair)]);
        }
      }
    }
  }

  /** More records than can be compared all with all, tied strongly; some must stay apart. */
  @Property
  void cap008_aCrowd_isReportedAndKeepsApartWhatMustBe(@ForAll long seed) {
    int records = 700;
    var random = new Random(seed);
    var pairs = new LongBag();
    var apart = new HashSet<Long>();
    for (int r = 1; r < records; r++) {
      int tied = random.nextInt(r);
      pairs.add(LongBag.pair(r, tied));
      if (r % 50 == 0) { // with another than it is tied to: all remain one crowd
        apart.add(LongBag.pair(r, (tied + 1 + random.nextInt(r - 1)) % r));
      }
    }
    apart.forEach(pairs::add);
    var sorted = pairs.takeDistinct();
    var weights = new float[sorted.length];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = apart.contains(sorted[p]) ? (float) CANNOT : 20;
    }

    var found = Clusters.found(records, sorted, weights, () -> (a, b) -> 20, 1);

    assertThat(found.crowds()).containsExactly(new Clusters.Crowd(0, records));
    assertThat(largest(found.entities())).isGreaterThan(100);
    for (long pair : apart) {
      assertThat(found.entities()[LongBag.left(pair)])
          .isNotEqualTo(found.entities()[LongBag.right(pair)]);
    }
  }

  /** Vetoes between two groups, added up, weigh as much as a person's decision to keep apart. */
  @Example
  void cap008_manyVetoes_breakNoMustLink() {
    var must = new LongBag();
    for (int[] one : new int[][] {{0, 1}, {0, 2}, {0, 7}, {3, 4}, {3, 5}, {3, 6}, {6, 7}}) {
      must.add(pair(one[0], one[1]));
    }
    var sorted = must.takeDistinct();
    var weights = new float[sorted.length];
    Arrays.fill(weights, (float) MUST);

    int[] entities =
        Clusters.of(
            8,
            sorted,
            weights,
            (a, b) -> Arrays.binarySearch(sorted, pair(a, b)) >= 0 ? MUST : VETO);

    assertThat(entities).containsOnly(0);
  }

  @Example
  void cap008_aVetoInACrowd_breaksNoMustLink() {
    var pairs = new LongBag();
    IntStream.range(1, 450).forEach(r -> pairs.add(pair(r - 1, r)));
    pairs.add(pair(0, 2));
    var sorted = pairs.takeDistinct();
    var weights = new float[sorted.length];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = (float) crowdWeight(sorted[p]);
    }

    int[] entities = Clusters.of(450, sorted, weights, (a, b) -> crowdWeight(pair(a, b)));

    assertThat(entities).containsOnly(0);
  }

  private static double crowdWeight(long pair) {
    if (pair == pair(0, 1) || pair == pair(1, 2)) {
      return MUST;
    }
    return pair == pair(0, 2) ? VETO : 20;
  }

  private static long pair(int a, int b) {
    return LongBag.pair(a, b);
  }

  private static int largest(int[] entities) {
    var sizes = new int[entities.length];
    Arrays.stream(entities).forEach(entity -> sizes[entity]++);
    return Arrays.stream(sizes).max().orElse(0);
  }
}
