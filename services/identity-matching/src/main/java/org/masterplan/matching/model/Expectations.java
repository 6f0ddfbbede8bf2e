package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.table.Feature;
import org.masterplan.matching.table.Kind;

/** What the passes say together. */
final class Expectations {
  private static final double DEFAULT_PRIOR_PAIRS = 1;

  /** Expected matches below which a pass's shares are noise. */
  private static final double ENOUGH = 20;

  private final List<Feature> features;
  private final double[][] counts;
  private final List<List<double[]>> shares = new ArrayList<>();
  private final List<Passed> passes = new ArrayList<>();

  private record Passed(List<Integer> blocked, double matches) {}

  Expectations(List<Feature> features) {
    this.features = features;
    counts = new double[features.size()][8];
    features.forEach(_ -> shares.add(new ArrayList<>()));
  }

  void add(List<Integer> blocked, Expectation.Found found) {
    for (int f = 0; f < counts.length; f++) {
      if (tells(blocked, f)) {
        var known = Arrays.copyOfRange(found.counts()[f], 1, 8);
        for (int level = 1; level < 8; level++) {
          counts[f][level] += known[level - 1];
        }
        if (Arrays.stream(known).sum() >= ENOUGH) {
          shares.get(f).add(Trainer.shares(known, 0));
        }
      }
    }
    passes.add(new Passed(blocked, found.matches()));
  }

  /**
   * Records that agree on a place agree on what lies around it: they say nothing of those who
   * moved.
   */
  private boolean tells(List<Integer> blocked, int feature) {
    boolean place = features.get(feature).role() == Role.PLACE;
    return blocked.stream()
        .noneMatch(f -> f == feature || place && features.get(f).role() == Role.PLACE);
  }

  double[] shares(int feature, Kind kind) {
    var assumed = Assumptions.matches(kind);
    var known = Arrays.copyOfRange(counts[feature], 1, assumed.length + 1);
    var heard = shares.get(feature).size() < 3 ? known : middle(shares.get(feature), known);
    return Trainer.blend(heard, assumed, Assumptions.MATCHES);
  }

  /**
   * The median of the passes, in the strength of all of them: a pass that found households instead
   * of persons (records that agree on a street) does not move it.
   */
  private static double[] middle(List<double[]> passes, double[] all) {
    double strength = Arrays.stream(all).sum();
    var middle = new double[all.length];
    for (int level = 0; level < middle.length; level++) {
      int at = level;
      var sorted = passes.stream().mapToDouble(pass -> pass[at]).sorted().toArray();
      middle[level] = (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
    double sum = Arrays.stream(middle).sum();
    return Arrays.stream(middle).map(share -> share * strength / sum).toArray();
  }

  /** Matches found by a pass, over the share of matches that agree on what it blocks on. */
  double prior(double pairs) {
    var estimates = new ArrayList<Double>();
    for (var pass : passes) {
      double agreeing = 1;
      for (int f : pass.blocked()) {
        double known = Arrays.stream(counts[f], 1, 8).sum();
        agreeing *= known == 0 ? 0.5 : Math.max(0.05, counts[f][1] / known);
      }
      estimates.add(pass.matches() / agreeing);
    }
    estimates.sort(null);
    double matches =
        estimates.isEmpty() ? DEFAULT_PRIOR_PAIRS : estimates.get(estimates.size() / 2);
    return Model.prior(matches, pairs);
  }
}
