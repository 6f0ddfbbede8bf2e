package org.masterplan.matching.quality;

import java.util.HashMap;
import org.masterplan.matching.engine.Resolution;

/** A run held against the truth of its set. */
final class Measured {
  private Measured() {}

  static PairQuality of(TruthSet set, Resolution found) {
    return PairQuality.of(found.entities(), truth(set, found), found.candidates().pairs());
  }

  /** The number of the entity behind each record. */
  static int[] truth(TruthSet set, Resolution found) {
    var numbers = new HashMap<String, Integer>();
    var truth = new int[found.table().size()];
    for (int r = 0; r < truth.length; r++) {
      var key = found.table().key(r);
      truth[r] = numbers.computeIfAbsent(set.entity(key.source(), key.id()), e -> numbers.size());
    }
    return truth;
  }
}
