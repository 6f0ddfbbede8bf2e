package org.masterplan.matching.quality;

import java.util.List;
import org.masterplan.matching.engine.Resolution;

/**
 * Entities for a person to look at, by which the number of distinct customers is told. An entity is
 * worth one customer, and where a customer is shared with other entities an equal part of one; so
 * all entities together are worth all customers. Every entity can be drawn, those that nothing
 * resembles too: what the engine missed altogether is found by whoever searches. Strata are cut by
 * what the run's own probabilities make of an entity; where they are in doubt more is drawn.
 *
 * @param records in all entities
 * @param entities that the run found
 */
public record CustomerSample(int records, int entities, List<Drawn> drawn) {
  /**
   * An entity to look at.
   *
   * @param entity the number of its smallest record
   * @param neighbours other entities that may be the same customer, nearest first
   */
  public record Drawn(int entity, List<Integer> neighbours, Stratum stratum) {}

  /** Entities that the run's probabilities do not tell apart. */
  public record Stratum(String name, int entities) {}

  /**
   * Draws as few entities of a run as are expected to answer within two per cent; the same for one
   * seed.
   */
  public static CustomerSample of(Resolution run, long seed) {
    var frame = new CustomerFrame(run);
    return frame.draw(frame.enough(), seed);
  }
}
