package org.masterplan.matching.quality;

import java.util.HashMap;
import java.util.Map;
import org.masterplan.matching.engine.Resolution;

/** Pairwise precision and recall over all true pairs, not only those compared. */
record Measured(double precision, double recall, double f1, double blockingRecall, int largest) {

  static Measured of(TruthSet set, Resolution found) {
    var table = found.table();
    Map<String, Integer> trueSizes = new HashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int r = 0; r < table.size(); r++) {
      var entity = set.entity(table.key(r).source(), table.key(r).id());
      trueSizes.merge(entity, 1, Integer::sum);
      sizes.merge(found.entities()[r], 1, Integer::sum);
      both.merge(entity + "|" + found.entities()[r], 1, Integer::sum);
    }
    double right = pairs(both.values());
    double precision = right / pairs(sizes.values());
    double recall = right / pairs(trueSizes.values());
    long candidates = 0;
    for (long pair : found.candidates().pairs()) {
      if (set.same(found, pair)) {
        candidates++;
      }
    }
    int largest = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Measured(
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        candidates / pairs(trueSizes.values()),
        largest);
  }

  private static double pairs(Iterable<Integer> sizes) {
    double sum = 0;
    for (int size : sizes) {
      sum += size * (size - 1.0) / 2;
    }
    return sum;
  }
}
