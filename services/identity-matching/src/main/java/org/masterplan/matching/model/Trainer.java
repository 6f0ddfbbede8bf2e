package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Levels;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * Learns a model without labels: u from random pairs, m by expectation maximisation over several
 * passes, each of which looks at records that agree on other features than those it learns.
 */
public final class Trainer {
  private static final int ROUNDS = 60;

  private final Table table;
  private final int features;
  private final RandomPairs random;
  private final List<Looked> passes = new ArrayList<>();

  private record Looked(Passes.Pass pass, PatternCounts seen) {}

  public Trainer(Table table) {
    this.table = table;
    var comparer = new Comparer(table);
    this.features = comparer.features();
    this.random = RandomPairs.of(table, comparer);
    Passes.of(table).forEach(pass -> passes.add(new Looked(pass, look(pass, comparer))));
  }

  private static PatternCounts look(Passes.Pass pass, Comparer comparer) {
    var patterns = new long[pass.pairs().length];
    for (int p = 0; p < patterns.length; p++) {
      long pair = pass.pairs()[p];
      patterns[p] = pass.hidden(comparer.pattern(LongBag.left(pair), LongBag.right(pair)));
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
    var m = new Expectations(features);
    for (var looked : passes) {
      new Expectation(looked.seen(), u).run(ROUNDS).ifPresent(found -> m.add(looked.pass(), found));
    }
    var comparisons = new ArrayList<Model.Comparison>();
    for (int f = 0; f < features; f++) {
      var feature = table.columns().get(f).feature();
      var names = Levels.of(feature.kind()).names();
      comparisons.add(new Model.Comparison(feature, names, m.shares(f, names.size()), u[f]));
    }
    double pairs = table.size() * (table.size() - 1.0) / 2;
    return new Model(List.copyOf(comparisons), m.prior(pairs));
  }

  private double[][] unrelated(int[] entities) {
    var counts = random.levels(features, entities);
    var u = new double[features][];
    for (int f = 0; f < features; f++) {
      int levels = Levels.of(table.columns().get(f).feature().kind()).names().size();
      u[f] = shares(Arrays.copyOfRange(counts[f], 1, levels + 1), 0.5);
    }
    return u;
  }

  static double[] shares(double[] counts, double more) {
    double sum = Arrays.stream(counts).sum() + more * counts.length;
    return Arrays.stream(counts).map(c -> (c + more) / sum).toArray();
  }
}
