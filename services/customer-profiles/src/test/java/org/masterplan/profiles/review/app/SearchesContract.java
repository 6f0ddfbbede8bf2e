package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.review.domain.Stratum;

/** What every store of searches must do. Subclasses supply a fresh, empty one. */
public abstract class SearchesContract {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  Searches searches;

  protected abstract Searches searches();

  @BeforeEach
  void fresh() {
    searches = searches();
  }

  static Search search(String id, int second, Map<Stratum, List<Pair>> drawn) {
    var pairs = Map.of(Stratum.LINKED, 5_000_000_000L, Stratum.APART_SHARING, 3L);
    return new Search(id, NOW.plusSeconds(second), "lan@data", 41, pairs, drawn);
  }

  @Test
  void latest_isTheNewest_andLatestSampleTheNewestThatHasDrawn() {
    assertThat(searches.latest()).isEmpty();
    assertThat(searches.latestSample()).isEmpty();
    var drawn = Map.of(Stratum.LINKED, List.of(new Pair(1, 2), new Pair(3, 9_000_000_000L)));
    var sample = search("b", 2, drawn);
    var last = search("a", 3, Map.of());

    searches.put(search("c", 1, Map.of()));
    searches.put(last);
    searches.put(sample);

    assertThat(searches.latest()).contains(last);
    assertThat(searches.latestSample()).contains(sample);
  }

  @Test
  void put_againUnderTheSameId_takesThePlaceOfTheFormer() {
    searches.put(search("a", 1, Map.of()));
    searches.put(search("a", 5, Map.of()));

    assertThat(searches.latest()).contains(search("a", 5, Map.of()));
  }
}
