package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.masterplan.matching.engine.Resolution;

/** All entities of a run by stratum, to draw samples from. */
final class CustomerFrame {
  /** The half-width that a sample is made for, as a share of the customers. */
  private static final double HALF_WIDTH = 0.02;

  /** As many entities as a sample grows by until it is expected to be that good. */
  private static final int STEP = 10;

  private static final int LEAST_OF_EACH = 15;

  /** In no stratum the spread is taken for less: the model may be wrong. */
  private static final double LEAST_SPREAD = 0.15;

  /** What an entity is expected to be worth, from which on it is of the next stratum. */
  private static final double[] STEPS = {.55, .75, .95};

  private final int records;
  private final int entities;
  private final Beliefs beliefs;
  private final Map<String, Members> strata = new TreeMap<>();
  private double expected;

  CustomerFrame(Resolution run) {
    records = run.entities().length;
    entities = run.count();
    beliefs = new Beliefs(run);
    for (int entity = 0; entity < records; entity++) {
      if (run.entities()[entity] == entity) {
        var belief = beliefs.of(entity);
        strata.computeIfAbsent(stratum(belief), s -> new Members()).add(entity, belief.spread());
        expected += belief.worth();
      }
    }
  }

  private static final class Members {
    private final List<Integer> entities = new ArrayList<>();
    private double spread;

    void add(int entity, double expectedSpread) {
      entities.add(entity);
      spread += Math.max(LEAST_SPREAD, expectedSpread);
    }

    Allocation.Share share() {
      return new Allocation.Share(entities.size(), spread);
    }
  }

  /** A record that stayed alone is more often a part of somebody than what found others. */
  private static String stratum(Beliefs.Belief belief) {
    int step = 0;
    while (step < STEPS.length && belief.worth() >= STEPS[step]) {
      step++;
    }
    return (belief.records() == 1 ? "one " : "several ") + step;
  }

  private List<Allocation.Share> shares() {
    return strata.values().stream().map(Members::share).toList();
  }

  /** As few as are expected to answer within two per cent, or all. */
  int enough() {
    var shares = shares();
    int size = STEP;
    while (size < entities && halfWidth(shares, size) > HALF_WIDTH) {
      size += STEP;
    }
    return Math.min(size, entities);
  }

  private double halfWidth(List<Allocation.Share> shares, int size) {
    var sizes = Allocation.of(shares, size, LEAST_OF_EACH);
    return LabelledCustomers.student(size) * Allocation.error(shares, sizes) / expected;
  }

  CustomerSample draw(int size, long seed) {
    var sizes = Allocation.of(shares(), size, LEAST_OF_EACH);
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<CustomerSample.Drawn>();
    int at = 0;
    for (var each : strata.entrySet()) {
      var members = each.getValue().entities;
      var stratum = new CustomerSample.Stratum(each.getKey(), members.size());
      for (int n : Lots.some(sizes[at++], members.size(), random)) {
        int entity = members.get(n);
        var near = beliefs.of(entity).near().stream().map(Neighbours.Near::entity).toList();
        drawn.add(new CustomerSample.Drawn(entity, near, stratum));
      }
    }
    return new CustomerSample(records, entities, Lots.shuffled(drawn, random));
  }
}
