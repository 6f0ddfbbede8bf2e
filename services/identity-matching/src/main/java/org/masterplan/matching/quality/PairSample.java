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
 *
 * <p>An entity of n records has n (n - 1) / 2 linked pairs. Where all entities together have more
 * than {@link #MOST_LINKED}, one out of each so many that follow each other is drawn by lot,
 * weighed, and stands for all of them: double sampling for stratification (W. G. Cochran, "Sampling
 * Techniques", 1977, chapter 12). The sizes of strata are then estimates, of hundreds of thousands
 * of pairs.
 */
public record PairSample(List<Drawn> pairs) {
  static final int SIZE = 200;

  /** Linked pairs that are all weighed; of more, as many at most. */
  static final int MOST_LINKED = 1_000_000;

  private static final double LEAST = -10;
  private static final int LEAST_OF_EACH = 10;
  private static final double[] STEPS = {-6, -3, 0, 6, 12};

  /** In no stratum the spread is taken for less: the model may be wrong. */
  private static final double LEAST_SPREAD = 0.1;

  /**
   * A pair to label.
   *
   * @param stratum its name
   * @param of how many pairs the stratum has, or is estimated to have
   * @param linked whether the run made one entity of both
   */
  public record Drawn(int left, int right, String stratum, long of, boolean linked) {}

  /** The pairs of a stratum that can be drawn. */
  private static final class Frame {
    private final LongBag pairs = new LongBag();
    private long of;
    private double spread;

    void add(long pair, double probability, long standsFor) {
      pairs.add(pair);
      of += standsFor;
      spread += standsFor * Math.sqrt(probability * (1 - probability));
    }

    Allocation.Share share() {
      return new Allocation.Share((int) pairs.added(), Math.max(LEAST_SPREAD * of, spread));
    }
  }

  /** How many pairs all strata have: those that could be drawn. */
  public long all() {
    return pairs.stream()
        .collect(Collectors.toMap(Drawn::stratum, Drawn::of, (of, same) -> of))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Draws from a run; the same for one seed. */
  public static PairSample of(Resolution run, long seed) {
    return of(run, seed, MOST_LINKED);
  }

  static PairSample of(Resolution run, long seed, int mostLinked) {
    var strata = new TreeMap<String, Frame>();
    apart(run, strata);
    // Lots of its own, so that the others fall the same whether any were needed here.
    linked(run, mostLinked, new SplittableRandom(~seed), strata);
    var sizes =
        Allocation.of(strata.values().stream().map(Frame::share).toList(), SIZE, LEAST_OF_EACH);
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<Drawn>();
    int at = 0;
    for (var stratum : strata.entrySet()) {
      var name = stratum.getKey();
      long of = stratum.getValue().of;
      var pairs = stratum.getValue().pairs.takeDistinct();
      for (int n : Lots.some(Math.min(pairs.length, sizes[at++]), pairs.length, random)) {
        int left = LongBag.left(pairs[n]);
        int right = LongBag.right(pairs[n]);
        drawn.add(new Drawn(left, right, name, of, name.startsWith("linked")));
      }
    }
    return new PairSample(Lots.shuffled(drawn, random));
  }

  private static void apart(Resolution run, Map<String, Frame> strata) {
    var pairs = run.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      if (entity(run, LongBag.left(pairs[p])) != entity(run, LongBag.right(pairs[p]))
          && run.weights()[p] >= LEAST) {
        double weight = run.weights()[p];
        frame(strata, "apart", weight).add(pairs[p], Model.probability(weight), 1);
      }
    }
  }

  private static void linked(
      Resolution run, int most, SplittableRandom random, Map<String, Frame> strata) {
    var linked = LinkedPairs.of(run.entities());
    var scorer = run.scorer();
    var comparer = new Comparer(run.table());
    long step = Math.max(1, Math.ceilDiv(linked.size(), (long) most));
    for (long from = 0; from < linked.size(); from += step) {
      long standsFor = Math.min(step, linked.size() - from);
      long pair = linked.pair(from + random.nextLong(standsFor));
      int left = LongBag.left(pair);
      int right = LongBag.right(pair);
      double weight = scorer.weight(comparer.pattern(left, right), left, right);
      frame(strata, "linked", weight).add(pair, Model.probability(weight), standsFor);
    }
  }

  private static Frame frame(Map<String, Frame> strata, String side, double weight) {
    int step = 0;
    while (step < STEPS.length && weight >= STEPS[step]) {
      step++;
    }
    // Linked pairs below zero are few; the strata above the middle are few among the others.
    int place = side.equals("linked") ? Math.max(step, 2) : Math.min(step, 3);
    return strata.computeIfAbsent(side + " " + place, s -> new Frame());
  }

  private static int entity(Resolution run, int record) {
    return run.entities()[record];
  }
}
