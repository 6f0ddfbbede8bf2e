package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Labels;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.review.estimate.StratifiedEstimator;

/**
 * The customers of the demonstration's 76 databases, judged by samples whose pairs are answered by
 * the truth: what is told of their quality holds what is true of all pairs.
 */
@Tag("cap-9")
class QualityTruthTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = FULL ? 12_000 : 1_000;
  private static final int SAMPLES = 400;
  private static final int LOTS = 200;
  private static final int AT_ONCE = 500;
  private static final Finding FINDING =
      new Finding(Kind.DRAWN, 0, OptionalDouble.empty(), List.of(), true);

  private static Map<Long, String> truth;
  private static StoredProfiles stored;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    var demo = DemoRecords.of(PEOPLE, folder);
    truth = demo.persons();
    stored = new StoredProfiles("quality");
    for (int from = 0; from < demo.records().size(); from += AT_ONCE) {
      int to = Math.min(demo.records().size(), from + AT_ONCE);
      var batch = demo.records().subList(from, to);
      stored.records.store(batch);
      stored.identity.resolve(batch, "loader");
    }
  }

  /** Every pair that is worth a look, by its stratum. */
  private static Map<Stratum, List<Pair>> frame() {
    var share = new Searching.Share(0, Clock.systemUTC());
    return new Searching(
            new InMemoryReviews(), new InMemorySearches(), stored.identity, stored.records, share)
        .search("all", "lan", Integer.MAX_VALUE)
        .drawn();
  }

  /** What stewards who know the truth would make of a sample. */
  private static List<Labels> labelled(Map<Stratum, List<Pair>> frame, int lots, long seed) {
    var findings = new Findings(0, lots, seed);
    frame.forEach((stratum, pairs) -> pairs.forEach(p -> findings.count(stratum, p, FINDING)));
    var labels = new ArrayList<Labels>();
    findings
        .lots()
        .forEach(
            (stratum, drawn) -> {
              int same = (int) drawn.stream().filter(f -> isOne(f.pair())).count();
              int size = frame.get(stratum).size();
              labels.add(new Labels(stratum, size, drawn.size(), same, drawn.size() - same, 0));
            });
    return labels;
  }

  private static boolean isOne(Pair pair) {
    return truth.get(pair.left()).equals(truth.get(pair.right()));
  }

  private static double precision() {
    long[] pairs = new long[2];
    stored.identity.ask(
        roster -> {
          for (long profile : roster.live()) {
            long[] members = roster.members(profile).toArray();
            for (int i = 0; i < members.length; i++) {
              for (int j = 0; j < i; j++) {
                pairs[0]++;
                pairs[1] += isOne(Pair.of(members[i], members[j])) ? 1 : 0;
              }
            }
          }
          return pairs;
        });
    return (double) pairs[1] / pairs[0];
  }

  /** Of every pair that is worth a look, of which none was left out. */
  private static double recall(List<Labels> strata) {
    int linked = strata.stream().filter(s -> s.stratum().linked()).mapToInt(Labels::same).sum();
    return (double) linked / strata.stream().mapToInt(Labels::same).sum();
  }

  @Test
  void cap009_theIntervalsOfQuality_holdTheTruth() {
    double precision = precision();
    var frame = frame();
    double recall = recall(labelled(frame, Integer.MAX_VALUE, 0));
    frame.forEach(
        (stratum, pairs) ->
            Figures.print(
                "profiles: quality." + stratum,
                pairs.size(),
                "pairs, one person " + pairs.stream().filter(QualityTruthTest::isOne).count(),
                "no bound"));
    int precise = 0;
    int whole = 0;
    for (int sample = 1; sample <= SAMPLES; sample++) {
      var answer = new StratifiedEstimator().answer(labelled(frame, LOTS, sample));
      precise += holds(answer.precision(), precision) ? 1 : 0;
      whole += holds(answer.recall(), recall) ? 1 : 0;
    }
    var share = "of " + SAMPLES + " intervals hold the truth";
    Figures.print("profiles: quality.precision", precision, "of " + PEOPLE + " people", "no bound");
    Figures.print("profiles: quality.recall", recall, "among pairs worth a look", "no bound");
    Figures.print("profiles: quality.precision.held", precise, share, "at least .9");
    Figures.print("profiles: quality.recall.held", whole, share, "at least .9");

    assertThat(precise).isGreaterThanOrEqualTo(SAMPLES * 9 / 10);
    assertThat(whole).isGreaterThanOrEqualTo(SAMPLES * 9 / 10);
  }

  private static boolean holds(Estimator.Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }
}
