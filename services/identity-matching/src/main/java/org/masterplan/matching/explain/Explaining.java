package org.masterplan.matching.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.Table;

/** Explains pairs and entities of one table by one model. */
public final class Explaining {
  private final Table table;
  private final Model model;
  private final Scorer scorer;
  private final Comparer comparer;

  public Explaining(Table table, Model model, Scorer scorer) {
    this.table = table;
    this.model = model;
    this.scorer = scorer;
    this.comparer = new Comparer(table);
  }

  /** Why these two are, or are not, one person. */
  public Explanation pair(int left, int right) {
    long pattern = comparer.pattern(left, right);
    var parts = new ArrayList<Explanation.Contribution>();
    for (int f = 0; f < model.comparisons().size(); f++) {
      int level = Comparer.level(pattern, f);
      if (level > 0) {
        parts.add(contribution(f, level, left, right));
      }
    }
    double before = scorer.evidence(pattern, left, right);
    double weight = scorer.weight(pattern, left, right);
    return new Explanation(
        table.key(left),
        table.key(right),
        model.priorWeight(),
        List.copyOf(parts),
        weight - before,
        reason(weight - before, left, right),
        weight,
        Model.probability(weight));
  }

  private String reason(double guard, int left, int right) {
    return guard == 0 ? "" : scorer.veto(left, right).orElse("nothing but name and year agree");
  }

  private Explanation.Contribution contribution(int f, int level, int left, int right) {
    var comparison = model.comparisons().get(f);
    double all = scorer.part(f, level, left, right);
    double plain = comparison.weight(level);
    return new Explanation.Contribution(
        comparison.feature().name(),
        comparison.levels().get(level - 1),
        table.value(f, left).canonical(),
        table.value(f, right).canonical(),
        plain,
        all - plain);
  }

  /**
   * The edges that hold an entity together: the strongest that join all its records, best first.
   */
  public List<Explanation> entity(int[] members) {
    var edges = new ArrayList<Explanation>();
    var best = new double[members.length];
    var from = new int[members.length];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    var outside = new BitSet();
    outside.set(1, Math.max(1, members.length));
    for (int joined = 0; !outside.isEmpty(); ) {
      int next = -1;
      for (int m = outside.nextSetBit(0); m >= 0; m = outside.nextSetBit(m + 1)) {
        double weight = between(members[joined], members[m]);
        if (weight > best[m]) {
          best[m] = weight;
          from[m] = joined;
        }
        next = next < 0 || best[m] > best[next] ? m : next;
      }
      edges.add(pair(members[from[next]], members[next]));
      outside.clear(next);
      joined = next;
    }
    edges.sort(Comparator.comparingDouble(Explanation::weight).reversed());
    return List.copyOf(edges);
  }

  private double between(int left, int right) {
    return scorer.weight(comparer.pattern(left, right), left, right);
  }
}
