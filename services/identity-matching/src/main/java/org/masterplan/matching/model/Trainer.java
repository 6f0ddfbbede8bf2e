package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.compare.Levels;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;

/**
 * Learns a model without labels: u from random pairs, m by expectation maximisation over several
 * passes, each of which looks at records that agree on other features than those it learns.
 */
public final class Trainer {
  private static final int ROUNDS = 60;

  /** Half a million random pairs do not show a smaller one. */
  private static final double LEAST_CHANCE = 1e-6;

  private final Table table;
  private final Comparers comparers;
  private final int features;
  private final int threads;
  private final RandomPairs random;
  private final List<Looked> passes = new ArrayList<>();

  /** A pass without its pairs, which are many. */
  private record Looked(List<Integer> blocked, PatternCounts seen) {}

  /** Looks at the table's records with so many threads; what is learned does not depend on them. */
  public Trainer(Comparers comparers, int threads) {
    this.comparers = comparers;
    this.table = comparers.table();
    this.threads = threads;
    this.features = table.columns().size();
    this.random = RandomPairs.of(comparers, threads);
    Passes.of(table).forEach(pass -> passes.add(new Looked(pass.blocked(), look(pass))));
  }

  private PatternCounts look(Passes.Pass pass) {
    long[] patterns = comparers.patterns(pass.pairs(), threads);
    for (int p = 0; p < patterns.length; p++) {
      patterns[p] = pass.hidden(patterns[p]);
    }
    return PatternCounts.of(patterns);
  }

  /**
   * Learns.
   *
   * @param entities the entity of each record as far as known, so that pairs of one person do not
   *     count as pairs of two; all different where nothing is known
   */
  public Model train(int[] entities) {
    var u = unrelated(entities);
    var m = new Expectations(table.columns().stream().map(FeatureColumn::feature).toList());
    var found = expected(u);
    for (int p = 0; p < found.size(); p++) {
      var blocked = passes.get(p).blocked();
      found.get(p).ifPresent(what -> m.add(blocked, what));
    }
    var comparisons = new ArrayList<Model.Comparison>();
    for (int f = 0; f < features; f++) {
      var feature = table.columns().get(f).feature();
      var names = Levels.of(feature.kind()).names();
      comparisons.add(new Model.Comparison(feature, names, m.shares(f, feature.kind()), u[f]));
    }
    double pairs = table.size() * (table.size() - 1.0) / 2;
    return new Model(List.copyOf(comparisons), m.prior(pairs));
  }

  private List<Optional<Expectation.Found>> expected(double[][] u) {
    var found = new ArrayList<Optional<Expectation.Found>>();
    passes.forEach(_ -> found.add(Optional.empty()));
    Ranges.run(
        threads,
        threads,
        (from, to) -> {
          for (int thread = from; thread < to; thread++) {
            for (int p = thread; p < found.size(); p += threads) {
              found.set(p, new Expectation(passes.get(p).seen(), u).run(ROUNDS));
            }
          }
        });
    return found;
  }

  private double[][] unrelated(int[] entities) {
    var kinds = table.columns().stream().map(column -> column.feature().kind()).toList();
    var counts = random.levels(kinds, entities);
    var u = new double[features][];
    for (int f = 0; f < features; f++) {
      var assumed = Assumptions.unrelated(kinds.get(f));
      var known = Arrays.copyOfRange(counts[f], 1, assumed.length + 1);
      u[f] = blend(known, assumed, Assumptions.UNRELATED);
      for (int l = 0; l < u[f].length; l++) {
        u[f][l] = Math.max(u[f][l], LEAST_CHANCE);
      }
    }
    return u;
  }

  /** What was counted, with what was assumed counting for so many. */
  static double[] blend(double[] counts, double[] assumed, double strength) {
    double sum = Arrays.stream(counts).sum() + strength;
    var blended = new double[counts.length];
    for (int l = 0; l < blended.length; l++) {
      blended[l] = (counts[l] + strength * assumed[l]) / sum;
    }
    return blended;
  }

  static double[] shares(double[] counts, double more) {
    double sum = Arrays.stream(counts).sum() + more * counts.length;
    return Arrays.stream(counts).map(c -> (c + more) / sum).toArray();
  }
}
