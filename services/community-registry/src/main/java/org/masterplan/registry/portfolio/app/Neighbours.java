package org.masterplan.registry.portfolio.app;

import java.util.List;
import java.util.Map;
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

  /** How far the old databases are replaced. */
  record Sources(long total, long retired, long records, long profiles, double inflation) {}

  /** Contacts asked for, granted and refused; pairs that collide; messages that wait. */
  record Messages(long asked, long granted, long refused, long collisions, long waiting) {}

  /** How many ships, and customers aboard them with the interval. */
  record GhostShips(long ships, long aboard, long low, long high) {}
}
