package org.masterplan.abandonment.domain;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How well probabilities foretold what came (capability 13). Each is empty where undefined. */
public final class Accuracy {
  private static final double ALARM = 0.5;

  private Accuracy() {}

  /**
   * What was foretold of one community on one day, and what came.
   *
   * @param p a probability; only the AUC may be asked of other scores
   */
  public record Foretold(double p, boolean came) {}

  /** Share of pairs (came, did not come) in the right order; ties count half. */
  public static OptionalDouble auc(List<Foretold> foretold) {
    double positives = foretold.stream().filter(Foretold::came).count();
    double negatives = foretold.size() - positives;
    if (positives == 0 || negatives == 0) {
      return OptionalDouble.empty();
    }
    double ranks = ranksOfThoseThatCame(foretold);
    return OptionalDouble.of((ranks - positives * (positives + 1) / 2) / (positives * negatives));
  }

  /** The mean squared difference from what came. */
  public static OptionalDouble brier(List<Foretold> foretold) {
    return foretold.stream().mapToDouble(f -> Math.pow(f.p() - (f.came() ? 1 : 0), 2)).average();
  }

  /** F1 of the alarm at one half. */
  public static OptionalDouble f1(List<Foretold> foretold) {
    double hits = foretold.stream().filter(f -> f.came() && f.p() >= ALARM).count();
    double alarms = foretold.stream().filter(f -> f.p() >= ALARM).count();
    double came = foretold.stream().filter(Foretold::came).count();
    return alarms + came == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(2 * hits / (alarms + came));
  }

  private static double ranksOfThoseThatCame(List<Foretold> foretold) {
    var sorted = foretold.stream().sorted(Comparator.comparingDouble(Foretold::p)).toList();
    double sum = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).p() == sorted.get(from).p()) {
        to++;
      }
      long hits = sorted.subList(from, to).stream().filter(Foretold::came).count();
      sum += hits * (from + to + 1) / 2.0;
      from = to;
    }
    return sum;
  }
}
