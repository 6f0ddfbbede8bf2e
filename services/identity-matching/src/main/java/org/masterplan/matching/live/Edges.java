package org.masterplan.matching.live;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.masterplan.matching.cluster.Clusters;

/** The pairs heavy enough to join two records, in primitive arrays. */
final class Edges {
  /** Groups are joined only where some pair of theirs weighs more than this. */
  private static final double JOINS = 0;

  private static final int[] NOBODY = {};

  /** By record, those it is tied to, ascending, and how heavily. */
  private int[][] others = new int[64][];

  private float[][] weights = new float[64][];
  private final IntConsumer looked;

  Edges() {
    this(_ -> {});
  }

  /**
   * None yet.
   *
   * @param looked is asked to see to it that a record's edges are all there
   */
  Edges(IntConsumer looked) {
    this.looked = looked;
  }

  /** Ties them if that is heavy enough, and answers whether it is. */
  boolean tie(int left, int right, double weight) {
    if (weight < JOINS) {
      return false;
    }
    put(left, right, (float) weight);
    put(right, left, (float) weight);
    return true;
  }

  boolean tied(int left, int right) {
    return Arrays.binarySearch(of(left), right) >= 0;
  }

  void untie(int left, int right) {
    drop(left, right);
    drop(right, left);
  }

  /** Unties a record from all; answers those that it was tied to. */
  int[] forget(int record) {
    var tied = of(record);
    for (int other : tied) {
      drop(other, record);
    }
    if (tied.length > 0) {
      others[record] = NOBODY;
    }
    return tied;
  }

  /** Those that the record is known to be tied to, ascending. */
  int[] of(int record) {
    return record < others.length && others[record] != null ? others[record] : NOBODY;
  }

  /** What each of {@link #of} weighs. */
  float[] weights(int record) {
    return of(record).length == 0 ? new float[0] : weights[record];
  }

  private void put(int from, int to, float weight) {
    if (from >= others.length) {
      others = Arrays.copyOf(others, Math.max(from + 1, others.length * 3 / 2));
      weights = Arrays.copyOf(weights, others.length);
    }
    var tied = of(from);
    int at = Arrays.binarySearch(tied, to);
    if (at < 0) {
      others[from] = new int[tied.length + 1];
      var before = tied.length == 0 ? new float[0] : weights[from];
      weights[from] = new float[tied.length + 1];
      System.arraycopy(tied, 0, others[from], 0, ~at);
      System.arraycopy(tied, ~at, others[from], ~at + 1, tied.length - ~at);
      System.arraycopy(before, 0, weights[from], 0, ~at);
      System.arraycopy(before, ~at, weights[from], ~at + 1, tied.length - ~at);
    }
    int place = at < 0 ? ~at : at;
    others[from][place] = to;
    weights[from][place] = weight;
  }

  private void drop(int from, int to) {
    var tied = of(from);
    int at = Arrays.binarySearch(tied, to);
    if (at < 0) {
      return;
    }
    var left = Arrays.copyOf(tied, tied.length - 1);
    System.arraycopy(tied, at + 1, left, at, left.length - at);
    var rest = Arrays.copyOf(weights[from], left.length);
    System.arraycopy(weights[from], at + 1, rest, at, left.length - at);
    others[from] = left;
    weights[from] = rest;
  }

  /**
   * These and all that they may be joined with, over however many others: weaker ties hold a
   * component together, but no entity. Where those are too many to be compared all with all, by
   * stronger ties alone.
   *
   * @param fellows who else belongs to a record though no pair ties them
   */
  Reached reach(Collection<Integer> from, Function<Integer, List<Integer>> fellows) {
    double least = JOINS;
    var records = reach(from, fellows, least);
    while (Clusters.crowd(records.size()) && Clusters.cutFurther(least)) {
      least = Clusters.higher(least);
      records = reach(from, fellows, least);
    }
    return new Reached(records, least);
  }

  /** No further than it takes to see that a crowd is to be cut. */
  private Set<Integer> reach(
      Collection<Integer> from, Function<Integer, List<Integer>> fellows, double least) {
    var reached = new TreeSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty() && !(Clusters.crowd(reached.size()) && Clusters.cutFurther(least))) {
      int record = open.remove();
      looked.accept(record);
      var tied = of(record);
      for (int i = 0; i < tied.length; i++) {
        if (weights[record][i] >= least && reached.add(tied[i])) {
          open.add(tied[i]);
        }
      }
      fellows.apply(record).stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }
}
