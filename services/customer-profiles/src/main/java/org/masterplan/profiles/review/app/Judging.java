package org.masterplan.profiles.review.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.review.domain.Labels;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.review.domain.Verdict;

/** How good the profiles are, by what stewards said of the pairs that were drawn by chance. */
public final class Judging {
  private final Reviews reviews;
  private final Searches searches;
  private final Estimator estimator;

  /**
   * How good they are.
   *
   * @param answer empty as long as nothing was judged
   */
  public record Quality(
      Optional<Instant> drawnAt, List<Labels> strata, Optional<Estimator.Answer> answer) {
    /** Pairs that were judged, one way or the other. */
    public int judged() {
      return strata.stream().mapToInt(each -> each.same() + each.different()).sum();
    }

    public int unjudged() {
      return strata.stream().mapToInt(Labels::unjudged).sum();
    }
  }

  public Judging(Reviews reviews, Searches searches, Estimator estimator) {
    this.reviews = reviews;
    this.searches = searches;
    this.estimator = estimator;
  }

  /** By the newest sample; a stratum of which nothing was drawn is not left out. */
  public Quality quality() {
    var sample = searches.latestSample();
    if (sample.isEmpty()) {
      return new Quality(Optional.empty(), List.of(), Optional.empty());
    }
    var strata = new ArrayList<Labels>();
    for (var stratum : Stratum.values()) {
      var pairs = sample.get().pairs().getOrDefault(stratum, 0L);
      if (pairs > 0) {
        strata.add(labels(stratum, pairs, drawn(sample.get(), stratum)));
      }
    }
    var quality = new Quality(sample.map(Search::at), strata, Optional.empty());
    return quality.judged() == 0
        ? quality
        : new Quality(quality.drawnAt(), strata, Optional.of(estimator.answer(strata)));
  }

  private static List<Pair> drawn(Search sample, Stratum stratum) {
    Map<Stratum, List<Pair>> drawn = sample.drawn();
    return drawn.getOrDefault(stratum, List.of());
  }

  private Labels labels(Stratum stratum, long pairs, List<Pair> drawn) {
    int same = 0;
    int different = 0;
    int cannot = 0;
    for (var pair : drawn) {
      var outcome = reviews.find(pair).flatMap(Review::outcome);
      same += outcome.filter(v -> v == Verdict.SAME).isPresent() ? 1 : 0;
      different += outcome.filter(v -> v == Verdict.DIFFERENT).isPresent() ? 1 : 0;
      cannot += outcome.filter(v -> v == Verdict.CANNOT_TELL).isPresent() ? 1 : 0;
    }
    return new Labels(stratum, pairs, drawn.size(), same, different, cannot);
  }
}
