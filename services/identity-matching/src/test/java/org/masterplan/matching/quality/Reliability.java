package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;

/**
 * What a run states of its pairs against what they are, in steps of the probability stated. Of all
 * pairs those that are worth an edge: the many that nobody doubts would make any figure look good.
 * Pairs that a guard holds back are apart, for of them no probability is stated but that a person
 * has to look.
 *
 * @param steps in ascending order
 * @param heldBack by a guard
 */
record Reliability(List<Step> steps, Step heldBack) {
  private static final double[] STEPS = {.01, .05, .2, .4, .6, .8, .95, .99};

  /** From here on a pair is as good as certain. */
  private static final double CERTAIN = STEPS[STEPS.length - 1];

  /** Pairs of about the same probability. */
  static final class Step {
    private final double from;
    private int pairs;
    private double stated;
    private int right;

    private Step(double from) {
      this.from = from;
    }

    private void add(double probability, boolean same) {
      pairs++;
      stated += probability;
      right += same ? 1 : 0;
    }

    int pairs() {
      return pairs;
    }

    double stated() {
      return pairs == 0 ? 0 : stated / pairs;
    }

    double observed() {
      return pairs == 0 ? 0 : (double) right / pairs;
    }

    /** Twice the standard error of a share of so many, were it as stated. */
    double chance() {
      return pairs == 0 ? 0 : 2 * Math.sqrt(stated() * (1 - stated()) / pairs);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "share of %d pairs from %.2f, stated %.4f", pairs, from, stated());
    }
  }

  static Reliability of(Resolution found, LongPredicate same) {
    var steps = new ArrayList<Step>();
    for (double from : STEPS) {
      steps.add(new Step(from));
    }
    var heldBack = new Step(0);
    var explaining = found.explaining();
    for (int p = 0; p < found.weights().length; p++) {
      double probability = Model.probability(found.weights()[p]);
      if (probability >= STEPS[0]) {
        long pair = found.candidates().pairs()[p];
        var why = explaining.pair(LongBag.left(pair), LongBag.right(pair));
        var step = why.guard() == 0 ? at(steps, probability) : heldBack;
        step.add(probability, same.test(pair));
      }
    }
    return new Reliability(List.copyOf(steps), heldBack);
  }

  private static Step at(List<Step> steps, double probability) {
    return steps.stream().filter(step -> probability >= step.from).toList().getLast();
  }

  /** How far stated and observed are apart, by pairs, where anything is in doubt. */
  double errorInDoubt() {
    return error(steps.subList(0, steps.size() - 1));
  }

  /** The same of all edges that no guard holds back. */
  double error() {
    return error(steps);
  }

  private static double error(List<Step> of) {
    double apart =
        of.stream().mapToDouble(s -> s.pairs * Math.abs(s.stated() - s.observed())).sum();
    return apart / of.stream().mapToInt(Step::pairs).sum();
  }

  /** The matches stated for one that there is. */
  double statedForOne() {
    return steps.stream().mapToDouble(step -> step.stated).sum()
        / steps.stream().mapToInt(step -> step.right).sum();
  }

  void print(String name) {
    for (var step : steps) {
      figure(name, "observed" + (int) (100 * step.from), step.observed(), step);
    }
    figure(name, "heldBack", heldBack.observed(), heldBack);
    figure(name, "error", error(), "share");
    figure(name, "errorInDoubt", errorInDoubt(), "share, below " + CERTAIN);
    figure(name, "statedForOne", statedForOne(), "matches");
  }

  private static void figure(String name, String of, double value, Object unit) {
    System.out.println(
        String.format(
            Locale.ROOT, "FIGURE matching.calibration.%s.%s %.4f %s", name, of, value, unit));
  }
}
