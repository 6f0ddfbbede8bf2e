package org.masterplan.profiles.profile.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.census.domain.Inflation;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.profile.domain.Card;

/** How many people each two sources both know; reckoned again when a minute old. */
public final class Overlap {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Cards cards;
  private final Clock clock;
  private volatile @Nullable Matrix last;

  /**
   * One source.
   *
   * @param only people that no other source knows
   * @param shared by source, in the order of the rows; its own people where it meets itself
   */
  public record Row(String source, long profiles, long only, List<Long> shared) {}

  /** All sources that know anybody. */
  public record Matrix(List<Row> rows, long profiles, Instant asOf) {
    /** How often the sources together count one person, where there are so many people. */
    public Inflation inflation(People people) {
      return Inflation.of(rows.stream().mapToLong(Row::profiles).sum(), profiles, people);
    }
  }

  private static final class Counts {
    private final TreeMap<String, TreeMap<String, Long>> shared = new TreeMap<>();
    private final TreeMap<String, Long> only = new TreeMap<>();
    private long profiles;

    void add(Card card) {
      var sources = card.facts().sources();
      profiles++;
      for (var one : sources) {
        var row = shared.computeIfAbsent(one, _ -> new TreeMap<>());
        sources.forEach(other -> row.merge(other, 1L, Long::sum));
      }
      if (sources.size() == 1) {
        only.merge(sources.getFirst(), 1L, Long::sum);
      }
    }

    Matrix matrix(Instant asOf) {
      var rows = new ArrayList<Row>();
      shared.forEach(
          (source, row) ->
              rows.add(
                  new Row(
                      source,
                      row.getOrDefault(source, 0L),
                      only.getOrDefault(source, 0L),
                      shared.keySet().stream().map(s -> row.getOrDefault(s, 0L)).toList())));
      return new Matrix(rows, profiles, asOf);
    }
  }

  public Overlap(Cards cards, Clock clock) {
    this.cards = cards;
    this.clock = clock;
  }

  /** The matrix. */
  public Matrix matrix() {
    var known = last;
    if (known != null && known.asOf().plus(FRESH).isAfter(clock.instant())) {
      return known;
    }
    var counts = new Counts();
    cards.each(new Filter.All(), counts::add);
    var matrix = counts.matrix(clock.instant());
    last = matrix;
    return matrix;
  }
}
