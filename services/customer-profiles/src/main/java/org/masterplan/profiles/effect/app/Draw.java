package org.masterplan.profiles.effect.app;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Some of many names, drawn by chance: each gets a lot, and the lowest lots win. A name gets the
 * same lot however often it is told, and no more names are held than are drawn.
 */
final class Draw {
  private final int most;
  private final long seed;
  private final TreeSet<Lot> won =
      new TreeSet<>(Comparator.comparingLong(Lot::number).thenComparing(Lot::name));

  private record Lot(long number, String name) {}

  /** {@code most}: so many are drawn, or all if there are no more. */
  Draw(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  void add(String name) {
    won.add(new Lot(new SplittableRandom(seed ^ name.hashCode()).nextLong(), name));
    if (won.size() > most) {
      won.pollLast();
    }
  }

  /** Those drawn until now, in no order that says anything. */
  List<String> names() {
    return won.stream().map(Lot::name).toList();
  }
}
