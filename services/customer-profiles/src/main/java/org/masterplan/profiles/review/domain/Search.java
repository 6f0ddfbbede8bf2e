package org.masterplan.profiles.review.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One look through all records.
 *
 * @param journal the last decision that it saw
 * @param pairs how many pairs each stratum has
 * @param drawn those that were drawn of each, to judge quality; nothing where none was asked for
 */
public record Search(
    String id,
    Instant at,
    String actor,
    long journal,
    Map<Stratum, Long> pairs,
    Map<Stratum, List<Pair>> drawn) {
  public Search {
    pairs = Map.copyOf(pairs);
    drawn = Map.copyOf(drawn);
  }
}
