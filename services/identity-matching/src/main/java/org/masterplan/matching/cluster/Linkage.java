package org.masterplan.matching.cluster;

import org.masterplan.matching.table.LongBag;

/**
 * Average linkage inside one component: joins the two groups whose records agree most on average,
 * until no two groups are on average more probably one person than two. A single strong edge
 * between two groups that otherwise disagree (a bridge) therefore does not join them.
 */
final class Linkage {
  /** One pair cannot outvote many others, for or against. */
  private static final double MOST = 12;

  private final double[][] sums;
  private final LongBag decided = new LongBag();

  /** What people keep apart, told from vetoes: those may add up to as much. */
  private final LongBag apart = new LongBag();

  private final int[] sizes;
  private final int[] groupOf;

  /** Of each group the one of those before it that it agrees with most; -1 = with none. */
  private final int[] nearest;

  Linkage(int[] members, PairWeights weights) {
    int count = members.length;
    sums = new double[count][count];
    sizes = new int[count];
    groupOf = new int[count];
    nearest = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = 1;
      groupOf[i] = i;
      for (int j = 0; j < i; j++) {
        double weight = weights.weight(members[j], members[i]);
        sums[i][j] = clipped(weight);
        sums[j][i] = sums[i][j];
        if (weight >= Clusters.DECIDED) {
          decided.add(LongBag.pair(j, i));
        } else if (weight <= Clusters.APART) {
          apart.add(LongBag.pair(j, i));
        }
      }
    }
  }

  /** Vetoes and the decisions of people stay what they are. */
  private static double clipped(double weight) {
    return Math.abs(weight) >= Clusters.DECIDED ? weight : Math.clamp(weight, -MOST, MOST);
  }

  /** The group of each member: the place of its first one. */
  int[] groups() {
    joinDecided();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        look(i);
      }
    }
    while (joinBest()) {}
    return groupOf;
  }

  /**
   * What people decided to be one comes first, whatever speaks against it, so that no record that
   * comes later can part it; only what people decided to keep apart outweighs it.
   */
  private void joinDecided() {
    var kept = apart.takeDistinct();
    for (long pair : decided.takeDistinct()) {
      int one = groupOf[LongBag.left(pair)];
      int other = groupOf[LongBag.right(pair)];
      int into = Math.min(one, other);
      int from = Math.max(one, other);
      if (into != from && !parted(into, from, kept)) {
        join(into, from);
      }
    }
  }

  private boolean parted(int into, int from, long[] kept) {
    for (long pair : kept) {
      int one = groupOf[LongBag.left(pair)];
      int other = groupOf[LongBag.right(pair)];
      if (Math.min(one, other) == into && Math.max(one, other) == from) {
        return true;
      }
    }
    return false;
  }

  private double average(int later, int earlier) {
    return sums[later][earlier] / sizes[later] / sizes[earlier];
  }

  private void look(int group) {
    double best = 0;
    nearest[group] = -1;
    for (int other = 0; other < group; other++) {
      if (sizes[other] > 0 && average(group, other) > best) {
        best = average(group, other);
        nearest[group] = other;
      }
    }
  }

  private boolean joinBest() {
    double best = 0;
    int right = -1;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0 && nearest[i] >= 0 && average(i, nearest[i]) > best) {
        best = average(i, nearest[i]);
        right = i;
      }
    }
    if (right < 0) {
      return false;
    }
    int left = nearest[right];
    join(left, right);
    look(left);
    for (int i = left + 1; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        lookAgain(i, left, right);
      }
    }
    return true;
  }

  /** After another group grew by a third: only where that matters all are looked at. */
  private void lookAgain(int group, int grown, int gone) {
    int near = nearest[group];
    if (near == grown || near == gone) {
      look(group);
      return;
    }
    double now = average(group, grown);
    double before = near < 0 ? 0 : average(group, near);
    if (now > before || (near >= 0 && now == before && grown < near)) {
      nearest[group] = grown;
    }
  }

  private void join(int into, int from) {
    for (int k = 0; k < sizes.length; k++) {
      if (k != into && k != from) {
        sums[into][k] += sums[from][k];
        sums[k][into] = sums[into][k];
      }
      if (groupOf[k] == from) {
        groupOf[k] = into;
      }
    }
    sizes[into] += sizes[from];
    sizes[from] = 0;
  }
}
