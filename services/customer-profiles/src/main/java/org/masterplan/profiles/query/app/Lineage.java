package org.masterplan.profiles.query.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an answer was drawn from.
 *
 * @param sources those with a record in the answer, the most records first
 * @param communities those whose members were asked for
 */
public record Lineage(
    List<Part> sources, List<String> communities, Coverage coverage, Instant asOf) {
  public Lineage {
    sources = List.copyOf(sources);
    communities = List.copyOf(communities);
  }

  /**
   * One source.
   *
   * @param source {@code sources/{source}}
   * @param records so many of it are in the answer
   * @param loadedAt as of when the plan holds it
   */
  public record Part(String source, long records, Optional<Instant> loadedAt) {}

  /**
   * How much of what there is could be in the answer.
   *
   * @param registered sources that the plan knows of
   * @param answering those of them that it holds records of
   * @param rows rows that came in, those that were rejected included
   * @param records those of the rows that are records of somebody
   */
  public record Coverage(long registered, long answering, long rows, long records) {
    /** The share of the rows, 0-1; empty where no row came in. */
    public OptionalDouble ofRows() {
      return share(records, rows);
    }

    /** The share of the sources, 0-1; empty where none is registered. */
    public OptionalDouble ofSources() {
      return share(answering, registered);
    }

    private static OptionalDouble share(long part, long whole) {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
  }
}
