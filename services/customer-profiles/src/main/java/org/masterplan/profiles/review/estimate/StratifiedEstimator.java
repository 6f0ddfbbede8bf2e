package org.masterplan.profiles.review.estimate;

import java.util.List;
import org.masterplan.matching.quality.LabelledSample;
import org.masterplan.matching.quality.PairSample;
import org.masterplan.profiles.review.app.Estimator;
import org.masterplan.profiles.review.domain.Labels;

/** By strata: each says how many of its pairs are one person, and all together how many are. */
public final class StratifiedEstimator implements Estimator {
  @Override
  public Answer answer(List<Labels> strata) {
    var sample = new LabelledSample();
    for (var each : strata) {
      var pair = pair(each);
      for (int n = 0; n < each.same() + each.different(); n++) {
        sample.add(pair, n < each.same());
      }
      if (each.same() + each.different() == 0) {
        // A stratum of which nothing is known is as large as it is, and could be anything.
        sample.add(pair);
      }
    }
    var answer = sample.answer();
    return new Answer(estimate(answer.precision()), estimate(answer.recall()));
  }

  private static PairSample.Drawn pair(Labels labels) {
    int of = (int) Math.min(Integer.MAX_VALUE, labels.pairs());
    return new PairSample.Drawn(0, 0, labels.stratum().name(), of, labels.stratum().linked());
  }

  private static Estimate estimate(org.masterplan.matching.quality.Estimate of) {
    return new Estimate(of.value(), of.low(), of.high());
  }
}
