package org.masterplan.matching.explain;

import java.util.ArrayList;
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
    var inside = new boolean[members.length];
    inside[0] = true;
    for (int n = 1; n < members.length; n++) {
      edges.add(strongest(members, inside));
    }
    edges.sort(Comparator.comparingDouble(Explanation::weight).reversed());
    return List.copyOf(edges);
  }

  /** The strongest edge from those already joined to one that is not; marks that one as joined. */
  private Explanation strongest(int[] members, boolean[] inside) {
    double best = Double.NEGATIVE_INFINITY;
    int from = 0;
    int to = 0;
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < members.length; j++) {
        if (inside[i] && !inside[j]) {
          double weight =
              scorer.weight(comparer.pattern(members[i], members[j]), members[i], members[j]);
          if (weight > best) {
            best = weight;
            from = i;
            to = j;
          }
        }
      }
    }
    inside[to] = true;
    return pair(members[from], members[to]);
  }
}
