package org.masterplan.profiles.identity.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.Groups;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * Cuts records into groups: the strongest links first, none across what a steward parted, none that
 * would join two valid citizen numbers. The outcome depends on the records and the words said, not
 * on the order in which they came.
 */
final class Grouping {
  private record Edge(int left, int right, double bits) {}

  private static final Comparator<Edge> STRONGEST =
      Comparator.comparingDouble(Edge::bits)
          .reversed()
          .thenComparingInt(Edge::left)
          .thenComparingInt(Edge::right);

  private final KeyIndex index;
  private final Constraints constraints;

  Grouping(KeyIndex index, Constraints constraints) {
    this.index = index;
    this.constraints = constraints;
  }

  List<LongSet> group(LongSet records) {
    // Sorted by number, so that equal strengths are taken in the same order every time.
    long[] numbers = records.toArray();
    var groups = new Groups(numbers.length, (a, b) -> mayJoin(numbers, a, b));
    said(records, numbers, groups);
    links(numbers).stream().sorted(STRONGEST).forEach(e -> groups.join(e.left(), e.right()));
    return groups.all().stream()
        .map(group -> LongSet.of(Arrays.stream(group).mapToLong(i -> numbers[i]).toArray()))
        .toList();
  }

  private void said(LongSet records, long[] numbers, Groups groups) {
    for (var word : constraints.about(records)) {
      if (word instanceof Constraint.Together(var some)) {
        long[] together = some.and(records).toArray();
        for (int i = 1; i < together.length; i++) {
          groups.join(
              Arrays.binarySearch(numbers, together[0]), Arrays.binarySearch(numbers, together[i]));
        }
      }
    }
  }

  private List<Edge> links(long[] numbers) {
    var strength = new TreeMap<Long, Double>();
    for (var kind : KeyKind.values()) {
      for (var holders : sharing(numbers, kind).values()) {
        for (int i = 0; i < holders.size(); i++) {
          for (int j = i + 1; j < holders.size(); j++) {
            add(numbers, holders.get(i), holders.get(j), kind, strength);
          }
        }
      }
    }
    var edges = new ArrayList<Edge>(strength.size());
    strength.forEach(
        (pair, bits) -> edges.add(new Edge((int) (pair >>> 32), pair.intValue(), bits)));
    return edges;
  }

  private void add(long[] numbers, int left, int right, KeyKind kind, Map<Long, Double> strength) {
    boolean links =
        !kind.needsName()
            || index.compatible(index.place(numbers[left]), index.place(numbers[right]));
    if (links) {
      strength.merge((long) left << 32 | right, kind.bits(), Double::sum);
    }
  }

  private Map<Integer, List<Integer>> sharing(long[] numbers, KeyKind kind) {
    var sharing = new HashMap<Integer, List<Integer>>();
    for (int i = 0; i < numbers.length; i++) {
      int place = index.place(numbers[i]);
      int key = place < 0 ? -1 : index.linkingKey(place, kind);
      if (key >= 0) {
        sharing.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(i);
      }
    }
    return sharing;
  }

  private boolean mayJoin(long[] numbers, int[] left, int[] right) {
    long mine = citizen(numbers, left);
    long other = citizen(numbers, right);
    if (mine != 0 && other != 0 && mine != other) {
      return false;
    }
    for (int a : left) {
      for (int b : right) {
        if (constraints.apart(numbers[a], numbers[b])) {
          return false;
        }
      }
    }
    return true;
  }

  private long citizen(long[] numbers, int[] group) {
    for (int i : group) {
      int place = index.place(numbers[i]);
      if (place >= 0 && index.citizen(place) != 0) {
        return index.citizen(place);
      }
    }
    return 0;
  }
}
