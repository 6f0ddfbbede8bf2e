package org.masterplan.profiles.review.app;

import java.util.List;
import org.masterplan.profiles.review.domain.Labels;

/** What the labels of some pairs say of all of them. */
public interface Estimator {
  /** Precision and recall. */
  Answer answer(List<Labels> strata);

  /** A figure with its 95 % interval. */
  record Estimate(double value, double low, double high) {}

  /** Both figures. */
  record Answer(Estimate precision, Estimate recall) {}
}
