package org.masterplan.matching.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Average linkage inside one component: joins the two groups whose records agree most on average,
 * until no two groups are on average more probably one person than two. A single strong edge
 * between two groups that otherwise disagree (a bridge) therefore does not join them.
 */
final class Linkage {
  /** One pair cannot outvote many others, for or against. */
  private static final double MOST = 12;

  private final int[] members;
  private final double[][] sums;
  private final int[] sizes;
  private final int[] groupOf;

  Linkage(int[] members, PairWeights weights) {
    this.members = members;
    int count = members.length;
    sums = new double[count][count];
    sizes = new int[count];
    groupOf = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = 1;
      groupOf[i] = i;
      for (int j = 0; j < i; j++) {
        double weight = weights.weight(members[j], members[i]);
        sums[i][j] = sums[j][i] = clipped(weight);
      }
    }
  }

  /** Vetoes and the decisions of people stay what they are. */
  private static double clipped(double weight) {
    return Math.abs(weight) >= Clusters.DECIDED ? weight : Math.clamp(weight, -MOST, MOST);
  }

  /** The groups, members ascending. */
  List<int[]> groups() {
    while (joinBest()) {}
    var groups = new ArrayList<int[]>();
    for (int g = 0; g < members.length; g++) {
      if (sizes[g] > 0) {
        int wanted = g;
        groups.add(
            java.util.stream.IntStream.range(0, members.length)
                .filter(i -> groupOf[i] == wanted)
                .map(i -> members[i])
                .toArray());
      }
    }
    return groups;
  }

  private boolean joinBest() {
    double best = 0;
    int left = -1;
    int right = -1;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = 0; sizes[i] > 0 && j < i; j++) {
        double average = sizes[j] == 0 ? -1 : sums[i][j] / sizes[i] / sizes[j];
        if (average > best) {
          best = average;
          left = j;
          right = i;
        }
      }
    }
    if (left < 0) {
      return false;
    }
    join(left, right);
    return true;
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
