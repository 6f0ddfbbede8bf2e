package org.masterplan.matching.model;

import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.table.Feature;

/**
 * What was learned: how probable each level is among records of one person (m) and of two (u), and
 * how probable it is that two records taken at random are one person.
 */
public record Model(List<Comparison> comparisons, double prior) {

  /** One feature's levels, best first. */
  public record Comparison(Feature feature, List<String> levels, double[] m, double[] u) {
    /** The weight of a level from 1 on, in bits; 0 for no evidence. */
    public double weight(int level) {
      return level == 0 ? 0 : Math.log(m[level - 1] / u[level - 1]) / Math.log(2);
    }
  }

  /** The weight of two random records before anything is compared, in bits. */
  public double priorWeight() {
    return priorWeight(prior);
  }

  /** That of another prior. */
  public static double priorWeight(double prior) {
    return Math.log(prior / (1 - prior)) / Math.log(2);
  }

  /** The sum of the levels' weights; without the prior and without frequencies. */
  public double weight(long pattern) {
    double sum = 0;
    for (int f = 0; f < comparisons.size(); f++) {
      sum += comparisons.get(f).weight(Comparer.level(pattern, f));
    }
    return sum;
  }

  /** The prior where so many of all pairs are one person; few pairs say little. */
  public static double prior(double matches, double pairs) {
    double known = (matches + 1) / (pairs + Assumptions.PRIOR_PAIRS);
    return Math.clamp(known, 1e-12, 0.5);
  }

  public Model withPrior(double other) {
    return new Model(comparisons, other);
  }

  /** The probability that a weight in bits (prior included) stands for. */
  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }
}
