package org.masterplan.registry.portfolio.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan on one page. What another service could not tell is empty, never 0.
 *
 * @param communities all but archived ones
 * @param byState archived ones included
 * @param byHealth of the living ones
 * @param known members whose profile is known
 * @param declared members as the platforms show them
 * @param living communities that are live or paused
 * @param waiting communities and messages that wait for a decision
 * @param oldestWaiting since when the oldest waiting community waits
 * @param missing services that did not answer in time
 */
public record Portfolio(
    Instant asOf,
    long communities,
    Map<String, Long> byState,
    Map<String, Long> byHealth,
    List<SegmentLine> segments,
    long known,
    long declared,
    long living,
    Optional<Participation> participation,
    Optional<Neighbours.GhostShips> ghostShips,
    Optional<Neighbours.Messages> messages,
    Optional<Neighbours.Sources> sources,
    long waiting,
    Optional<Instant> oldestWaiting,
    List<String> missing) {

  /** Participants of the last 30 days, and in how many communities anybody looked. */
  public record Participation(long active, long observed) {}

  /**
   * One customer segment: the first axis of the plan (capability 2).
   *
   * @param segment empty for communities without any
   * @param gaps what is missing, for example {@code NO_LIVING_COMMUNITY}
   */
  public record SegmentLine(
      String segment,
      String title,
      long communities,
      long known,
      long declared,
      Optional<Participation> participation,
      Map<String, Long> byHealth,
      List<String> gaps) {}
}
