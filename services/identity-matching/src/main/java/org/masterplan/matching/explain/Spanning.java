package org.masterplan.matching.explain;

import java.util.Arrays;
import java.util.BitSet;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * The edges that hold an entity together: a spanning tree of its records, as heavy as it can be. Of
 * a large entity not all pairs are weighed, but those that the run compared, and those of records
 * that stand side by side when they are put in order by each feature in turn: at most a few for
 * each record. Every record of an entity is tied by a pair that was compared, or holds a value that
 * others hold, so that little is lost.
 */
final class Spanning {
  /** Records of which all pairs are weighed. */
  static final int MOST_DENSE = 1_000;

  private final Table table;
  private final long[] compared;
  private final Weights weights;

  /** The weight of any two records. */
  interface Weights {
    double of(int left, int right);
  }

  /**
   * About to span entities of a table.
   *
   * @param compared the pairs that a run compared, ascending
   */
  Spanning(Table table, long[] compared, Weights weights) {
    this.table = table;
    this.compared = compared;
    this.weights = weights;
  }

  /** One edge less than there are members, in no order. */
  long[] edges(int[] members) {
    return members.length > MOST_DENSE ? ofNear(members) : ofAll(members);
  }

  /** Prim's tree: the next record is always the one that is tied most to those reached. */
  long[] ofAll(int[] members) {
    var edges = new long[Math.max(0, members.length - 1)];
    var best = new double[members.length];
    var from = new int[members.length];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    var outside = new BitSet();
    outside.set(1, Math.max(1, members.length));
    int joined = 0;
    for (int e = 0; e < edges.length; e++) {
      int next = -1;
      for (int m = outside.nextSetBit(0); m >= 0; m = outside.nextSetBit(m + 1)) {
        double weight = weights.of(members[joined], members[m]);
        if (weight > best[m]) {
          best[m] = weight;
          from[m] = joined;
        }
        next = next < 0 || best[m] > best[next] ? m : next;
      }
      edges[e] = LongBag.pair(members[from[next]], members[next]);
      outside.clear(next);
      joined = next;
    }
    return edges;
  }

  /** Kruskal's tree of some pairs: the heaviest first, unless its ends hang together already. */
  long[] ofNear(int[] members) {
    var near = near(members);
    var order = new long[near.length];
    for (int n = 0; n < near.length; n++) {
      double weight = weights.of(LongBag.left(near[n]), LongBag.right(near[n]));
      order[n] = (long) heaviestFirst((float) weight) << 32 | n;
    }
    Arrays.sort(order);
    var parent = new int[table.size()];
    Arrays.setAll(parent, record -> record);
    var edges = new long[members.length - 1];
    int found = 0;
    for (int n = 0; n < order.length && found < edges.length; n++) {
      long pair = near[(int) order[n]];
      int a = root(parent, LongBag.left(pair));
      int b = root(parent, LongBag.right(pair));
      if (a != b) {
        parent[Math.max(a, b)] = Math.min(a, b);
        edges[found++] = pair;
      }
    }
    return edges;
  }

  /** A number that is the smaller, the larger the weight is. */
  private static int heaviestFirst(float weight) {
    int bits = Float.floatToIntBits(weight);
    return ~(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
  }

  private static int root(int[] parent, int record) {
    int root = record;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The pairs to choose from; they reach every member. */
  private long[] near(int[] members) {
    var near = new LongBag();
    neighbours(members, near);
    var order = members;
    for (int f = 0; f < table.columns().size(); f++) {
      order = ordered(order, f);
      neighbours(order, near);
    }
    compared(members, near);
    return near.takeDistinct();
  }

  private static void neighbours(int[] order, LongBag near) {
    for (int i = 1; i < order.length; i++) {
      near.add(LongBag.pair(order[i - 1], order[i]));
    }
  }

  /** By the feature's values, and among equals as they stood: by the features before. */
  private int[] ordered(int[] before, int feature) {
    var keys = new long[before.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) table.code(feature, before[i]) << 32 | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> before[(int) key]).toArray();
  }

  private void compared(int[] members, LongBag near) {
    var inside = new BitSet();
    Arrays.stream(members).forEach(inside::set);
    for (int member : members) {
      int found = Arrays.binarySearch(compared, (long) member << 32);
      int at = found < 0 ? -found - 1 : found;
      while (at < compared.length && LongBag.left(compared[at]) == member) {
        if (inside.get(LongBag.right(compared[at]))) {
          near.add(compared[at]);
        }
        at++;
      }
    }
  }
}
