package org.masterplan.matching.cluster;

import java.util.ArrayList;
import java.util.List;

/** Union-find whose representative is always the smallest member. */
final class Forest {
  private final int[] parent;

  Forest(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int find(int item) {
    int root = item;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The sets of more than one item, items ascending, by their smallest. */
  List<int[]> components() {
    var sizes = new int[parent.length];
    for (int item = 0; item < parent.length; item++) {
      sizes[find(item)]++;
    }
    var numbers = new int[parent.length];
    var components = new ArrayList<int[]>();
    for (int item = 0; item < parent.length; item++) {
      int root = find(item);
      if (root == item && sizes[root] > 1) {
        numbers[root] = components.size();
        components.add(new int[sizes[root]]);
        sizes[root] = 0;
      } else if (root == item) {
        numbers[root] = -1;
      }
      if (numbers[root] >= 0) {
        components.get(numbers[root])[sizes[root]++] = item;
      }
    }
    return components;
  }

  void join(int a, int b) {
    int x = find(a);
    int y = find(b);
    parent[Math.max(x, y)] = Math.min(x, y);
  }
}
