package org.masterplan.matching.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/** Must-links and cannot-links of a table's records, which outweigh any evidence. */
final class Decisions {
  private final Map<Long, Double> weights = new HashMap<>();

  static Decisions of(Table table, List<Settings.Link> links) {
    var decisions = new Decisions();
    if (links.isEmpty()) {
      return decisions;
    }
    var numbers = new HashMap<RecordKey, Integer>();
    for (int r = 0; r < table.size(); r++) {
      numbers.put(table.key(r), r);
    }
    for (var link : links) {
      var left = numbers.get(link.left());
      var right = numbers.get(link.right());
      if (left != null && right != null && !left.equals(right)) {
        decisions.weights.merge(LongBag.pair(left, right), link.weight(), Math::min);
      }
    }
    return decisions;
  }

  long[] pairs() {
    return weights.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** What is decided on each of those pairs, in bits. */
  void forEach(BiConsumer<Long, Double> take) {
    weights.forEach(take);
  }

  PairWeights over(PairWeights evidence) {
    return weights.isEmpty()
        ? evidence
        : evidence.under((a, b) -> weights.getOrDefault(LongBag.pair(a, b), Double.NaN));
  }
}
