package org.masterplan.matching.cluster;

import org.masterplan.matching.table.LongBag;

/**
 * Average linkage inside one component: joins the two groups that {@link Averages} make the
 * likeliest to be one person, until no two are more probably one than two. A single strong edge
 * between two groups that otherwise disagree (a bridge) therefore does not join them.
 */
final class Linkage {
  private final Averages averages;
  private final LongBag decided = new LongBag();

  /** What people keep apart, told from vetoes: those may add up to as much. */
  private final LongBag apart = new LongBag();

  private final int[] sizes;
  private final int[] groupOf;

  /** Of each group the one of those before it that it agrees with most; -1 = with none. */
  private final int[] nearest;

  Linkage(int[] members, PairWeights weights) {
    int count = members.length;
    averages = new Averages(count, weights.parts());
    sizes = new int[count];
    groupOf = new int[count];
    nearest = new int[count];
    var parts = new double[weights.parts()];
    for (int i = 0; i < count; i++) {
      sizes[i] = 1;
      groupOf[i] = i;
      for (int j = 0; j < i; j++) {
        double weight = weights.weigh(members[j], members[i], parts);
        averages.put(i, j, weight, parts);
        if (weight >= Clusters.DECIDED) {
          decided.add(LongBag.pair(j, i));
        } else if (weight <= Clusters.APART) {
          apart.add(LongBag.pair(j, i));
        }
      }
    }
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

  private void look(int group) {
    double best = 0;
    nearest[group] = -1;
    for (int other = 0; other < group; other++) {
      if (sizes[other] > 0 && averages.of(group, other) > best) {
        best = averages.of(group, other);
        nearest[group] = other;
      }
    }
  }

  private boolean joinBest() {
    double best = 0;
    int right = -1;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0 && nearest[i] >= 0 && averages.of(i, nearest[i]) > best) {
        best = averages.of(i, nearest[i]);
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
    double now = averages.of(group, grown);
    double before = near < 0 ? 0 : averages.of(group, near);
    if (now > before || (near >= 0 && now == before && grown < near)) {
      nearest[group] = grown;
    }
  }

  private void join(int into, int from) {
    for (int k = 0; k < sizes.length; k++) {
      if (k != into && k != from) {
        averages.join(into, from, k);
      }
      if (groupOf[k] == from) {
        groupOf[k] = into;
      }
    }
    sizes[into] += sizes[from];
    sizes[from] = 0;
  }
}
