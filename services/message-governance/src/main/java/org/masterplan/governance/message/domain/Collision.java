package org.masterplan.governance.message.domain;

import java.time.Instant;
import java.util.List;

/**
 * Two messages before the same people at nearly the same time.
 *
 * @param other the other message
 * @param persons how many get both; exact
 * @param freeSlots times at which it would meet no other before the same people, nearest first
 */
public record Collision(Message other, int persons, Reason reason, List<Instant> freeSlots) {
  /** Why it matters, gravest first. */
  public enum Reason {
    /** Two prices for one product (capability 11). */
    TWO_PRICES,
    SAME_TOPIC,
    SAME_PEOPLE
  }

  public Collision {
    freeSlots = List.copyOf(freeSlots);
  }
}
