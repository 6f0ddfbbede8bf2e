package org.masterplan.matching.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;

/** Which entities of a run may be of one customer, by the heaviest pair between each two. */
final class Neighbours {
  /** Bits: one chance in thirty thousand; pairs of less make no neighbours. */
  private static final double LEAST = -15;

  /** By entity, where its own begin; entity e has those from {@code first[e]} to the next. */
  private final int[] first;

  private final int[] others;
  private final float[] weights;

  private Neighbours(int records, int sides) {
    first = new int[records + 1];
    others = new int[sides];
    weights = new float[sides];
  }

  /**
   * An entity beside another.
   *
   * @param probability that both have a customer in common, if their best pair is believed
   */
  record Near(int entity, double probability) {}

  /** Of all entities of a run. */
  static Neighbours of(Resolution run) {
    int records = run.entities().length;
    var sides = new int[records + 1];
    for (int p = 0; p < run.weights().length; p++) {
      if (between(run, p)) {
        sides[left(run, p)]++;
        sides[right(run, p)]++;
      }
    }
    var all = new Neighbours(records, Arrays.stream(sides).sum());
    for (int entity = 0; entity < records; entity++) {
      all.first[entity + 1] = all.first[entity] + sides[entity];
    }
    var next = Arrays.copyOf(all.first, records);
    for (int p = 0; p < run.weights().length; p++) {
      if (between(run, p)) {
        all.put(next[left(run, p)]++, right(run, p), run.weights()[p]);
        all.put(next[right(run, p)]++, left(run, p), run.weights()[p]);
      }
    }
    return all;
  }

  private static boolean between(Resolution run, int pair) {
    return run.weights()[pair] >= LEAST && left(run, pair) != right(run, pair);
  }

  private static int left(Resolution run, int pair) {
    return run.entities()[LongBag.left(run.candidates().pairs()[pair])];
  }

  private static int right(Resolution run, int pair) {
    return run.entities()[LongBag.right(run.candidates().pairs()[pair])];
  }

  private void put(int at, int other, float weight) {
    others[at] = other;
    weights[at] = weight;
  }

  /** An entity's neighbours, nearest first. */
  List<Near> of(int entity) {
    var heaviest = new TreeMap<Integer, Float>();
    for (int at = first[entity]; at < first[entity + 1]; at++) {
      heaviest.merge(others[at], weights[at], Math::max);
    }
    return heaviest.entrySet().stream()
        .map(near -> new Near(near.getKey(), Model.probability(near.getValue())))
        .sorted(Comparator.comparingDouble(Near::probability).reversed())
        .toList();
  }
}
