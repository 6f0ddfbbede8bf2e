package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;

/**
 * Pairs for a person to label, drawn by stratum: pairs that were linked and pairs that were not,
 * each by their weight. Strata where the engine is in doubt get more (Neyman's allocation by the
 * model's own probabilities), none goes without. Pairs below one chance in a thousand are not
 * drawn.
 */
public record PairSample(List<Drawn> pairs) {
  static final int SIZE = 200;
  private static final double LEAST = -10;
  private static final int LEAST_OF_EACH = 10;
  private static final double[] STEPS = {-6, -3, 0, 6, 12};

  /** In no stratum the spread is taken for less: the model may be wrong. */
  private static final double LEAST_SPREAD = 0.1;

  /**
   * A pair to label.
   *
   * @param stratum its name
   * @param of how many pairs the stratum has
   * @param linked whether the run made one entity of both
   */
  public record Drawn(int left, int right, String stratum, int of, boolean linked) {}

  private static final class Frame {
    private final LongBag pairs = new LongBag();
    private int size;
    private double spread;

    Allocation.Share share() {
      return new Allocation.Share(size, Math.max(LEAST_SPREAD * size, spread));
    }
  }

  /** How many pairs all strata have: those that could be drawn. */
  public long all() {
    return pairs.stream()
        .collect(Collectors.toMap(Drawn::stratum, Drawn::of, (of, same) -> of))
        .values()
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** Draws from a run; the same for one seed. */
  public static PairSample of(Resolution run, long seed) {
    var strata = frame(run);
    var sizes =
        Allocation.of(strata.values().stream().map(Frame::share).toList(), SIZE, LEAST_OF_EACH);
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<Drawn>();
    int at = 0;
    for (var stratum : strata.entrySet()) {
      boolean linked = stratum.getKey().startsWith("linked");
      var pairs = stratum.getValue().pairs.takeDistinct();
      for (int n : Lots.some(Math.min(pairs.length, sizes[at++]), pairs.length, random)) {
        drawn.add(
            new Drawn(
                LongBag.left(pairs[n]),
                LongBag.right(pairs[n]),
                stratum.getKey(),
                pairs.length,
                linked));
      }
    }
    return new PairSample(Lots.shuffled(drawn, random));
  }

  private static Map<String, Frame> frame(Resolution run) {
    var strata = new TreeMap<String, Frame>();
    var pairs = run.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      if (entity(run, LongBag.left(pairs[p])) != entity(run, LongBag.right(pairs[p]))
          && run.weights()[p] >= LEAST) {
        add(strata, "apart", pairs[p], run.weights()[p]);
      }
    }
    var scorer = run.scorer();
    var comparer = new Comparer(run.table());
    for (int[] members : entities(run)) {
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < i; j++) {
          long pattern = comparer.pattern(members[j], members[i]);
          double weight = scorer.weight(pattern, members[j], members[i]);
          add(strata, "linked", LongBag.pair(members[j], members[i]), weight);
        }
      }
    }
    return strata;
  }

  private static void add(Map<String, Frame> strata, String side, long pair, double weight) {
    int step = 0;
    while (step < STEPS.length && weight >= STEPS[step]) {
      step++;
    }
    // Linked pairs below zero are few; the strata above the middle are few among the others.
    int place = side.equals("linked") ? Math.max(step, 2) : Math.min(step, 3);
    var frame = strata.computeIfAbsent(side + " " + place, s -> new Frame());
    double probability = Model.probability(weight);
    frame.pairs.add(pair);
    frame.size++;
    frame.spread += Math.sqrt(probability * (1 - probability));
  }

  private static int entity(Resolution run, int record) {
    return run.entities()[record];
  }

  private static List<int[]> entities(Resolution run) {
    var members = new TreeMap<Integer, List<Integer>>();
    for (int r = 0; r < run.entities().length; r++) {
      members.computeIfAbsent(run.entities()[r], e -> new ArrayList<>(2)).add(r);
    }
    return members.values().stream()
        .filter(all -> all.size() > 1)
        .map(all -> all.stream().mapToInt(r -> r).toArray())
        .toList();
  }
}
