package org.masterplan.registry.portfolio.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The other services, as the portfolio asks them. Every answer comes within five seconds or fails;
 * asking does not wait.
 */
public interface Neighbours {
  /** The old databases and the people in them. */
  CompletableFuture<Sources> sources();

  /** The messages of today and the six days after it. */
  CompletableFuture<Messages> messages();

  /** Participants of the last 30 days by community; communities that nobody observed are absent. */
  CompletableFuture<Map<String, Long>> active(List<String> communities);

  /** The ghost ships and who is aboard. */
  CompletableFuture<GhostShips> ghostShips();

  /**
   * How far the old databases are replaced.
   *
   * @param people empty where nobody knows how many the profiles are
   */
  record Sources(
      long total,
      long retired,
      long records,
      long profiles,
      double inflation,
      Optional<People> people) {}

  /** How many people profiles are, and records to each, with the intervals. */
  record People(long value, long low, long high, double leastInflation, double mostInflation) {}

  /** Contacts asked for, granted and refused; pairs that collide; messages that wait. */
  record Messages(long asked, long granted, long refused, long collisions, long waiting) {}

  /** How many ships, and customers aboard them with the interval. */
  record GhostShips(long ships, long aboard, long low, long high) {}
}
