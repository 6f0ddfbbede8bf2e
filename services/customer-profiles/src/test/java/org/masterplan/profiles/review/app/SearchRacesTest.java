package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** A sample is drawn while the queue is kept up. */
class SearchRacesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemorySearches searches = new InMemorySearches();
  private StoredProfiles stored;

  /** Two people of two records each, about whom nothing is in doubt. */
  @BeforeEach
  void load() {
    stored = new StoredProfiles("search-races");
    var all = new ArrayList<SourceRecord>();
    for (int i = 0; i < 4; i++) {
      var values = Map.of("fullName", "Trần Bình", "phone", "+8491234567" + i / 2);
      all.add(
          new SourceRecord(
              stored.numbers.incrementAndGet(),
              new RecordName("crm", Integer.toString(i)),
              1,
              new SourceRecord.Content(values, values),
              new SourceRecord.Origin("profiles-1", 2, NOW, NOW)));
    }
    stored.records.store(all);
    stored.identity.resolve(all, "loader");
  }

  private Searching searching(Reviews over) {
    var share = new Searching.Share(0, Clock.systemUTC());
    return new Searching(over, searches, stored.identity, stored.records, share);
  }

  /** The reviews, before whose next call of that name something happens, or after it. */
  private Reviews meanwhile(String name, boolean before, Runnable once) {
    var left = new AtomicReference<>(once);
    return (Reviews)
        Proxy.newProxyInstance(
            Reviews.class.getClassLoader(),
            new Class<?>[] {Reviews.class},
            (_, method, arguments) -> {
              boolean due = method.getName().equals(name);
              if (due && before) {
                left.getAndSet(() -> {}).run();
              }
              var answer = method.invoke(reviews, arguments);
              if (due && !before) {
                left.getAndSet(() -> {}).run();
              }
              return answer;
            });
  }

  private List<Review.State> drawn() {
    var states = new ArrayList<Review.State>();
    reviews.each(
        new Filter.All(),
        review -> {
          if (review.finding().sampled()) {
            states.add(review.state());
          }
        });
    return states;
  }

  @Test
  void aDraw_whileAnEarlierSearchReads_staysOpen() {
    var keepingUp =
        searching(meanwhile("each", true, () -> searching(reviews).search("draw", "lan", 2)));

    keepingUp.search("hourly", "itself", 0);

    assertThat(drawn()).hasSize(2).containsOnly(Review.State.OPEN);
  }

  @Test
  void aDraw_whosePairsAreReadAsSoonAsTheyAreStored_staysOpen() {
    var drawing =
        searching(meanwhile("add", false, () -> searching(reviews).search("hourly", "itself", 0)));

    drawing.search("draw", "lan", 2);

    assertThat(drawn()).hasSize(2).containsOnly(Review.State.OPEN);
    assertThat(searches.latestSample().orElseThrow().id()).isEqualTo("draw");
  }
}
