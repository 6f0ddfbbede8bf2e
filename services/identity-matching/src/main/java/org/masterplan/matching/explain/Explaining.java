package org.masterplan.matching.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** Explains pairs and entities of one table by one model. */
public final class Explaining {
  private final Table table;
  private final Model model;
  private final Scorer scorer;
  private final Comparer comparer;
  private final Spanning spanning;

  /** Explains by these, of records of which nobody listed what was compared. */
  public Explaining(Table table, Model model, Scorer scorer) {
    this(table, model, scorer, new long[0]);
  }

  /**
   * Explains by these.
   *
   * @param compared the pairs that the run compared, ascending: what holds a large entity together
   *     is looked for among them
   */
  public Explaining(Table table, Model model, Scorer scorer, long[] compared) {
    this.table = table;
    this.model = model;
    this.scorer = scorer;
    this.comparer = new Comparer(table);
    this.spanning = new Spanning(table, compared, this::between);
  }

  /** Why these two are, or are not, one person. */
  public Explanation pair(int left, int right) {
    long pattern = comparer.pattern(left, right);
    var added = scorer.room();
    double before = model.priorWeight() + scorer.each(pattern, left, right, added);
    var parts = new ArrayList<Explanation.Contribution>();
    for (int f = 0; f < model.comparisons().size(); f++) {
      int level = Comparer.level(pattern, f);
      if (level > 0) {
        parts.add(contribution(new At(f, level, added[f]), left, right));
      }
    }
    double weight = scorer.weight(pattern, left, right);
    return new Explanation(
        table.key(left),
        table.key(right),
        model.priorWeight(),
        List.copyOf(parts),
        weight - before,
        weight == before ? "" : reason(pattern, left, right),
        weight,
        Model.probability(weight));
  }

  private String reason(long pattern, int left, int right) {
    return scorer
        .veto(left, right)
        .or(() -> scorer.doubt(pattern, left, right).map(doubt -> doubt.reason().words()))
        .orElse("");
  }

  /** A feature, its level, and what it adds. */
  private record At(int feature, int level, double adds) {}

  private Explanation.Contribution contribution(At at, int left, int right) {
    int f = at.feature();
    var comparison = model.comparisons().get(f);
    double plain = comparison.weight(at.level());
    return new Explanation.Contribution(
        comparison.feature().name(),
        comparison.levels().get(at.level() - 1),
        table.value(f, left).canonical(),
        table.value(f, right).canonical(),
        plain,
        at.adds() - plain);
  }

  /**
   * The edges that hold an entity together: the strongest that join all its records, best first. Of
   * an entity of more than a thousand records they are the strongest of those that were looked at,
   * as many as its records and not as their pairs.
   */
  public List<Explanation> entity(int[] members) {
    return Arrays.stream(spanning.edges(members))
        .mapToObj(edge -> pair(LongBag.left(edge), LongBag.right(edge)))
        .sorted(Comparator.comparingDouble(Explanation::weight).reversed())
        .toList();
  }

  private double between(int left, int right) {
    return scorer.weight(comparer.pattern(left, right), left, right);
  }
}
