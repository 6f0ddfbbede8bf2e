package org.masterplan.profiles.identity.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far one partition of records agrees with another, over all pairs. */
record Agreement(double precision, double recall) {
  private record Both(Object found, Object true_) {}

  /** Both by record. */
  static Agreement of(Map<Long, ?> found, Map<Long, ?> truth) {
    var both = new HashMap<Long, Both>();
    found.forEach((record, group) -> both.put(record, new Both(group, truth.get(record))));
    double right = pairs(both.values());
    return new Agreement(right / pairs(found.values()), right / pairs(truth.values()));
  }

  double f1() {
    return 2 * precision * recall / (precision + recall);
  }

  private static double pairs(Collection<?> groups) {
    var sizes = new HashMap<Object, Integer>();
    List.copyOf(groups).forEach(group -> sizes.merge(group, 1, Integer::sum));
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
