package org.masterplan.profiles.identity.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Groups of the numbers 0, 1, 2... that grow by joining, as far as a rule lets them. */
public final class Groups {
  private final int[] groupOf;
  private final int[][] members;
  private final BiPredicate<int[], int[]> mayJoin;

  /**
   * Each number for itself.
   *
   * @param mayJoin whether two groups may become one
   */
  public Groups(int size, BiPredicate<int[], int[]> mayJoin) {
    this.groupOf = new int[size];
    this.members = new int[size][];
    this.mayJoin = mayJoin;
    for (int i = 0; i < size; i++) {
      groupOf[i] = i;
      members[i] = new int[] {i};
    }
  }

  /** Joins the groups of the two, unless the rule forbids it; answers whether they are one now. */
  public boolean join(int a, int b) {
    int left = groupOf[a];
    int right = groupOf[b];
    if (left == right) {
      return true;
    }
    if (!mayJoin.test(members[left], members[right])) {
      return false;
    }
    int into = members[left].length >= members[right].length ? left : right;
    int from = into == left ? right : left;
    int[] joined = Arrays.copyOf(members[into], members[into].length + members[from].length);
    System.arraycopy(members[from], 0, joined, members[into].length, members[from].length);
    for (int member : members[from]) {
      groupOf[member] = into;
    }
    members[into] = joined;
    members[from] = new int[0];
    return true;
  }

  /** The numbers in the group of this one, itself included; not to be changed. */
  public int[] of(int number) {
    return members[groupOf[number]];
  }

  /** Whether the two are in one group. */
  public boolean one(int a, int b) {
    return groupOf[a] == groupOf[b];
  }

  /** The groups there are. */
  public List<int[]> all() {
    var all = new ArrayList<int[]>();
    for (int[] group : members) {
      if (group.length > 0) {
        all.add(group);
      }
    }
    return all;
  }
}
