package org.masterplan.profiles.identity.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far one partition of records agrees with another, over all pairs. */
public record Agreement(double precision, double recall) {
  private record Both(Object found, Object true_) {}

  /** Both by record. */
  public static <K> Agreement of(Map<K, ?> found, Map<K, ?> truth) {
    var both = new HashMap<K, Both>();
    found.forEach((record, group) -> both.put(record, new Both(group, truth.get(record))));
    double right = pairs(both.values());
    return new Agreement(right / pairs(found.values()), right / pairs(truth.values()));
  }

  public double f1() {
    return 2 * precision * recall / (precision + recall);
  }

  private static double pairs(Collection<?> groups) {
    var sizes = new HashMap<Object, Integer>();
    List.copyOf(groups).forEach(group -> sizes.merge(group, 1, Integer::sum));
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
