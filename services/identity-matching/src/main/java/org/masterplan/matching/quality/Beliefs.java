package org.masterplan.matching.quality;

import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;

/** What a run's own probabilities make of its entities. */
final class Beliefs {
  private final Resolution run;
  private final Neighbours neighbours;
  private final int[] sizes;

  /** By entity, the weight by which its loosest record holds on to the others. */
  private final float[] loosest;

  Beliefs(Resolution run) {
    this.run = run;
    this.neighbours = Neighbours.of(run);
    this.sizes = new int[run.entities().length];
    this.loosest = new float[sizes.length];
    for (int entity : run.entities()) {
      sizes[entity]++;
    }
    hold();
  }

  /**
   * What is believed of an entity.
   *
   * @param near other entities that may be the same customer, nearest first
   * @param worth how many customers it stands for; one shared with another counts half
   * @param spread the standard deviation of that
   */
  record Belief(List<Neighbours.Near> near, int records, double worth, double spread) {}

  private void hold() {
    var held = new float[sizes.length];
    Arrays.fill(held, Float.NEGATIVE_INFINITY);
    for (int p = 0; p < run.weights().length; p++) {
      int left = LongBag.left(run.candidates().pairs()[p]);
      int right = LongBag.right(run.candidates().pairs()[p]);
      if (run.entities()[left] == run.entities()[right]) {
        held[left] = Math.max(held[left], run.weights()[p]);
        held[right] = Math.max(held[right], run.weights()[p]);
      }
    }
    Arrays.fill(loosest, Float.POSITIVE_INFINITY);
    for (int r = 0; r < held.length; r++) {
      int entity = run.entities()[r];
      loosest[entity] = Math.min(loosest[entity], held[r]);
    }
  }

  Belief of(int entity) {
    var near = neighbours.of(entity);
    double others = 0;
    double doubt = 0;
    for (var each : near) {
      others += each.probability();
      doubt += each.probability() * (1 - each.probability());
    }
    // A record that holds on to no other by any pair was joined by what counts more than a weight.
    double inside = sizes[entity] == 1 ? 0 : 1 - Model.probability(Math.max(0, loosest[entity]));
    double share = 1 / (1 + others);
    double spread = Math.sqrt(doubt) * share * share + Math.sqrt(inside * (1 - inside));
    return new Belief(near, sizes[entity], share + inside, spread);
  }
}
