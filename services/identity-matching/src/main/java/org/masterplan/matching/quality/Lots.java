package org.masterplan.matching.quality;

import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Drawing by lot. */
final class Lots {
  private Lots() {}

  /** So many different numbers below a limit, every choice as likely as any other. */
  static int[] some(int count, int limit, SplittableRandom random) {
    var moved = new HashMap<Integer, Integer>();
    var drawn = new int[count];
    for (int n = 0; n < count; n++) {
      int at = n + random.nextInt(limit - n);
      drawn[n] = moved.getOrDefault(at, at);
      moved.put(at, moved.getOrDefault(n, n));
    }
    return drawn;
  }

  /** In no order that tells where each came from. */
  static <T> List<T> shuffled(List<T> drawn, SplittableRandom random) {
    for (int n = drawn.size() - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      var kept = drawn.set(n, drawn.get(other));
      drawn.set(other, kept);
    }
    return List.copyOf(drawn);
  }
}
