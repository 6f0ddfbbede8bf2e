package org.masterplan.abandonment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.Figures;

/** How well the judgement foretells what became of recorded communities. Nothing is fitted here. */
@Tag("cap-13")
class JudgeQualityTest {
  record Scored(double score, boolean abandoned) {}

  @Test
  void cap013_judge_foretellsAbandonmentBetterThanSilence() {
    var events = BenchmarkData.events();
    var ours = new ArrayList<Scored>();
    var silence = new ArrayList<Scored>();
    for (var label : BenchmarkData.labels()) {
      var logbook = new Logbook(label.cutoff(), ZoneOffset.UTC, "");
      events.get(label.community()).forEach(logbook::read);
      var bearing = Bearing.of(Registered.unknown(label.community()), logbook.timeline());
      ours.add(new Scored(bearing.outlook().abandoned(365).p(), label.abandoned()));
      silence.add(new Scored(label.silenceDays(), label.abandoned()));
    }

    Figures.print("abandonment.cutoffs", ours.size(), "", "labelled, of git communities");
    Figures.print("abandonment.silence.auc", auc(silence), "", "days of silence alone");
    Figures.print("abandonment.auc", auc(ours), "", "above .960");
    Figures.print("abandonment.brier", brier(ours), "", "below .045");
    Figures.print("abandonment.f1", f1(ours), "", "above .70, at p >= 0.5");
    assertThat(auc(silence)).isBetween(.935, .945);
    assertThat(auc(ours)).isGreaterThan(.960);
    assertThat(brier(ours)).isLessThan(.045);
    assertThat(f1(ours)).isGreaterThan(.70);
  }

  /** Share of (abandoned, alive) pairs in the right order; ties count half. */
  private static double auc(List<Scored> scored) {
    var sorted = scored.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
    double rankSum = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        to++;
      }
      long hits = sorted.subList(from, to).stream().filter(Scored::abandoned).count();
      rankSum += hits * (from + to + 1) / 2.0;
      from = to;
    }
    double positives = scored.stream().filter(Scored::abandoned).count();
    double negatives = scored.size() - positives;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }

  private static double brier(List<Scored> scored) {
    return scored.stream()
        .mapToDouble(s -> Math.pow(s.score() - (s.abandoned() ? 1 : 0), 2))
        .average()
        .orElseThrow();
  }

  private static double f1(List<Scored> scored) {
    double hits = scored.stream().filter(s -> s.abandoned() && s.score() >= .5).count();
    double alarms = scored.stream().filter(s -> s.score() >= .5).count();
    double truths = scored.stream().filter(Scored::abandoned).count();
    return 2 * hits / (alarms + truths);
  }
}
