package org.masterplan.profiles.source.app;

import java.util.Map;
import java.util.TreeMap;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Source;

/**
 * What rows that landed have changed of what their source holds, so that not all of it is counted.
 *
 * @param records more than before
 * @param rejected more than before
 * @param quality how much more of each field, or less
 */
record PushedChange(long records, long rejected, Map<String, FieldCount> quality) {
  PushedChange {
    quality = Map.copyOf(quality);
  }

  PushedChange plus(PushedChange other) {
    var sum = new TreeMap<>(quality);
    other.quality.forEach((field, count) -> sum.merge(field, count, PushedChange::sum));
    return new PushedChange(records + other.records, rejected + other.rejected, sum);
  }

  /** What is held after it; of fields that the mapping did not have before, nothing is said. */
  Source.Holdings on(Source.Holdings held) {
    var next = new TreeMap<>(held.quality());
    next.replaceAll(
        (field, count) -> sum(count, quality.getOrDefault(field, new FieldCount(0, 0))));
    return new Source.Holdings(
        held.records() + records, held.rejected() + rejected, next, held.loadedAt(), held.former());
  }

  /** Different values are not counted by it. */
  private static FieldCount sum(FieldCount a, FieldCount b) {
    return new FieldCount(a.filled() + b.filled(), a.valid() + b.valid(), a.distinct());
  }
}
