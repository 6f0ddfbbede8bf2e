package org.masterplan.abandonment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Accuracy.Foretold;
import org.masterplan.platform.testkit.Figures;

/** How well the judgement foretells what became of recorded communities. Nothing is fitted here. */
@Tag("cap-13")
class JudgeQualityTest {
  @Test
  void cap013_judge_foretellsAbandonmentBetterThanSilence() {
    var events = BenchmarkData.events();
    var ours = new ArrayList<Foretold>();
    var silence = new ArrayList<Foretold>();
    for (var label : BenchmarkData.labels()) {
      var logbook = new Logbook(label.cutoff(), ZoneOffset.UTC, "");
      events.get(label.community()).forEach(logbook::read);
      var bearing = Bearing.of(Registered.unknown(label.community()), logbook.timeline());
      ours.add(new Foretold(bearing.outlook().abandoned(365).p(), label.abandoned()));
      silence.add(new Foretold(label.silenceDays(), label.abandoned()));
    }

    Figures.print("abandonment.cutoffs", ours.size(), "", "labelled, of git communities");
    Figures.print(
        "abandonment.silence.auc", exactly(Accuracy.auc(silence)), "", "days of silence alone");
    Figures.print("abandonment.auc", exactly(Accuracy.auc(ours)), "", "above .960");
    Figures.print("abandonment.brier", exactly(Accuracy.brier(ours)), "", "below .045");
    Figures.print("abandonment.f1", exactly(Accuracy.f1(ours)), "", "above .70, at p >= 0.5");
    assertThat(exactly(Accuracy.auc(silence))).isBetween(.935, .945);
    assertThat(exactly(Accuracy.auc(ours))).isGreaterThan(.960);
    assertThat(exactly(Accuracy.brier(ours))).isLessThan(.045);
    assertThat(exactly(Accuracy.f1(ours))).isGreaterThan(.70);
  }

  private static double exactly(OptionalDouble figure) {
    return figure.orElseThrow();
  }
}
