package org.masterplan.profiles.census.app;

import java.util.List;

/** What is said of some profiles, of all of them. */
public interface HeadEstimator {
  /** How many people the profiles of all these strata are; never more than {@code most}. */
  Heads heads(List<Stratum> strata, long most);

  /** The number with its 95 % interval. */
  record Heads(double value, double low, double high) {}

  /**
   * Profiles of one sort.
   *
   * @param profiles how many there are
   * @param said of each that somebody looked at: of each person it holds, in how many others that
   *     one stands
   */
  record Stratum(String name, long profiles, List<List<Integer>> said) {}
}
