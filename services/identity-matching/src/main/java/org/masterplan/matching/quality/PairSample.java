package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
  private static final double[] STEPS = {-6, -3, 0, 6, 12};

  /** In no stratum the spread is taken for less: the model may be wrong. */
  private static final double LEAST_SPREAD = 0.1;

  private static final Frame EMPTY = new Frame();

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
  }

  /** Draws from a run; the same for one seed. */
  public static PairSample of(Resolution run, long seed) {
    var frame = frame(run);
    var sizes = allocated(frame);
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<Drawn>();
    frame.forEach(
        (stratum, in) -> {
          var pairs = in.pairs.takeDistinct();
          int count = Math.min(pairs.length, sizes.getOrDefault(stratum, 0));
          for (int n = 0; n < count; n++) {
            int other = n + random.nextInt(pairs.length - n);
            long pair = pairs[other];
            pairs[other] = pairs[n];
            drawn.add(
                new Drawn(
                    LongBag.left(pair),
                    LongBag.right(pair),
                    stratum,
                    pairs.length,
                    stratum.startsWith("linked")));
          }
        });
    return new PairSample(List.copyOf(shuffled(drawn, random)));
  }

  /** In no order that tells what the run made of them. */
  private static List<Drawn> shuffled(List<Drawn> drawn, SplittableRandom random) {
    for (int n = drawn.size() - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      var kept = drawn.set(n, drawn.get(other));
      drawn.set(other, kept);
    }
    return drawn;
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

  /**
   * Neyman: by size and spread; at least 10 each, and what small strata leave goes to the others.
   */
  private static Map<String, Integer> allocated(Map<String, Frame> frame) {
    var names = List.copyOf(frame.keySet());
    var sizes = new int[names.size()];
    var wanted = new double[names.size()];
    for (int s = 0; s < sizes.length; s++) {
      var in = frame.getOrDefault(names.get(s), EMPTY);
      wanted[s] = Math.max(LEAST_SPREAD * in.size, in.spread);
      sizes[s] = Math.min(in.size, 10);
    }
    for (int left = SIZE - Arrays.stream(sizes).sum(); left > 0; left--) {
      int most = -1;
      for (int s = 0; s < sizes.length; s++) {
        boolean room = sizes[s] < frame.getOrDefault(names.get(s), EMPTY).size;
        if (room && (most < 0 || wanted[s] / sizes[s] > wanted[most] / sizes[most])) {
          most = s;
        }
      }
      if (most < 0) {
        break;
      }
      sizes[most]++;
    }
    var answer = new TreeMap<String, Integer>();
    for (int s = 0; s < sizes.length; s++) {
      answer.put(names.get(s), sizes[s]);
    }
    return answer;
  }
}
