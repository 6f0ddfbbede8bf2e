package org.masterplan.matching.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.engine.Settings.Link;
import org.masterplan.matching.table.RecordKey;

/** Decisions of people by record, whether the record is known yet or not. */
final class LiveDecisions {
  private final Map<RecordKey, Map<RecordKey, Link>> links = new HashMap<>();

  /** Of two on one pair, keeping apart wins, as in a batch. */
  LiveDecisions(List<Link> told) {
    told.stream().filter(Link::same).forEach(this::put);
    told.stream().filter(link -> !link.same()).forEach(this::put);
  }

  /** The later of two on one pair counts. */
  void put(Link link) {
    links.computeIfAbsent(link.left(), k -> new HashMap<>()).put(link.right(), link);
    links.computeIfAbsent(link.right(), k -> new HashMap<>()).put(link.left(), link);
  }

  boolean remove(RecordKey left, RecordKey right) {
    return taken(left, right) | taken(right, left);
  }

  private boolean taken(RecordKey from, RecordKey to) {
    var of = links.getOrDefault(from, Map.of());
    if (!of.containsKey(to)) {
      return false;
    }
    of.remove(to);
    if (of.isEmpty()) {
      links.remove(from);
    }
    return true;
  }

  @Nullable Link of(RecordKey left, RecordKey right) {
    var of = links.get(left);
    return of == null ? null : of.get(right);
  }

  /** Those with whom something was decided. */
  Set<RecordKey> partners(RecordKey key) {
    return links.getOrDefault(key, Map.of()).keySet();
  }
}
