package org.masterplan.embeddedmongo.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.KeyRange;

/** One index, seen with the eyes of one query. */
final class Candidate {
  private static final int UNIQUE_POINT = 100;
  static final int POINT = 10;
  static final int SORTED = 5;
  private static final int RANGE = 6;
  // More ranges than this cost more than reading what lies between them.
  private static final int MOST_RANGES = 2_000;

  private final StoredIndex index;
  private final Conditions conditions;
  private final List<IndexField> columns;
  private final List<Bound.Points> points = new ArrayList<>();
  private final Bound.@Nullable Range range;
  private final SortOrder.Match order;
  private final boolean anyOrder;

  Candidate(StoredIndex index, Conditions conditions, SortOrder order) {
    this.index = index;
    this.conditions = conditions;
    this.columns = index.columns();
    this.range = bound();
    this.anyOrder = order.isAny();
    boolean single = points.stream().allMatch(each -> each.keys().size() <= 1);
    this.order =
        index.isMultikey() || !single
            ? SortOrder.Match.NONE
            : order.matchedBy(columns, fixedColumns(), index.definition().unique());
  }

  /** Collects the points of the first columns; the range of the next one, if any. */
  private Bound.@Nullable Range bound() {
    boolean multikey = index.isMultikey();
    Bounds bounds = new Bounds(conditions, multikey, !multikey && !index.definition().sparse());
    long ranges = 1;
    for (IndexField column : columns) {
      Optional<Bound> bound = bounds.of(column.path());
      if (bound.isEmpty()) {
        return null;
      }
      switch (bound.get()) {
        case Bound.Range found -> {
          return found;
        }
        case Bound.Points found -> {
          ranges *= Math.max(1, found.keys().size());
          if (ranges > MOST_RANGES) {
            return found.hull();
          }
          points.add(found);
        }
      }
    }
    return null;
  }

  private Set<String> fixedColumns() {
    Set<String> fixed = new HashSet<>();
    for (int i = 0; i < points.size(); i++) {
      fixed.add(columns.get(i).path());
    }
    return fixed;
  }

  /** A sparse or partial index answers only queries that ask for nothing outside it. */
  boolean isUsable() {
    var filter = index.definition().options().partialFilter();
    boolean bounded = !points.isEmpty() || range != null;
    return (filter == null || conditions.include(filter))
        && (!index.definition().sparse() || bounded);
  }

  /** Whether each range is the key of at most one document. */
  boolean isExact() {
    boolean wholeKey = points.size() >= index.definition().fields().size();
    return wholeKey && (index.isPrimary() || index.definition().unique());
  }

  boolean isInOrder() {
    return anyOrder || order != SortOrder.Match.NONE;
  }

  int score() {
    int score = points.size() * POINT + (isExact() ? UNIQUE_POINT : 0);
    if (range != null) {
      score += RANGE;
    }
    return score + (!anyOrder && order != SortOrder.Match.NONE ? SORTED : 0);
  }

  Plan plan() {
    boolean reverse = !anyOrder && order == SortOrder.Match.REVERSE;
    boolean bounded = !points.isEmpty() || range != null;
    return new Plan(
        index, ranges(), reverse, isInOrder(), bounded, isExact(), List.of(), List.of());
  }

  private List<KeyRange> ranges() {
    List<byte[]> starts = List.of(new byte[0]);
    for (int i = 0; i < points.size(); i++) {
      starts = extended(starts, points.get(i), columns.get(i));
    }
    Bound.Range last = range;
    return last == null
        ? starts.stream().map(KeyRange::startingWith).toList()
        : starts.stream().map(start -> last.after(start, columns.get(points.size()))).toList();
  }

  private static List<byte[]> extended(
      List<byte[]> starts, Bound.Points points, IndexField column) {
    List<byte[]> longer = new ArrayList<>();
    for (byte[] start : starts) {
      for (byte[] key : points.keys()) {
        longer.add(Bytes.concat(start, column.directed(key)));
      }
    }
    return longer;
  }
}
