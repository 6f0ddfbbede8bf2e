package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.review.estimate.StratifiedEstimator;

class JudgingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final AuditEntry ENTRY = new AuditEntry(NOW, "lan", "FOUND", List.of(), "");

  private final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemorySearches searches = new InMemorySearches();
  private final Judging judging = new Judging(reviews, searches, new StratifiedEstimator());
  private long next = 1;

  /** Pairs of which so many are said to be the same, so many others, and so many are not known. */
  private List<Pair> drawn(int same, int different, int cannot, int silent) {
    var pairs = new ArrayList<Pair>();
    pairs.addAll(said(same, Verdict.SAME));
    pairs.addAll(said(different, Verdict.DIFFERENT));
    pairs.addAll(said(cannot, Verdict.CANNOT_TELL));
    for (int i = 0; i < silent; i++) {
      pairs.add(asked().pair());
    }
    return pairs;
  }

  private List<Pair> said(int many, Verdict verdict) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < many; i++) {
      var review = asked();
      reviews.replace(review.say(new Opinion("lan", verdict, "", NOW)), ENTRY);
      pairs.add(review.pair());
    }
    return pairs;
  }

  private Review asked() {
    var finding = new Finding(Kind.DRAWN, 0, OptionalDouble.empty(), List.of("s"), true);
    var review = Review.found(new Pair(next, next + 1), finding, 1, NOW);
    next += 2;
    reviews.add(List.of(review), ENTRY);
    return review;
  }

  private void sample(Map<Stratum, Long> pairs, Map<Stratum, List<Pair>> drawn) {
    searches.put(new Search("a", NOW, "lan", 1, pairs, drawn));
  }

  @Test
  void quality_withoutASample_orWithoutAWord_tellsNoFigure() {
    assertThat(judging.quality().drawnAt()).isEmpty();
    sample(Map.of(Stratum.LINKED, 100L), Map.of(Stratum.LINKED, drawn(0, 0, 2, 3)));

    var quality = judging.quality();

    assertThat(quality.answer()).isEmpty();
    assertThat(quality.unjudged()).isEqualTo(5);
    assertThat(quality.strata().getFirst().cannot()).isEqualTo(2);
  }

  /**
   * By hand: of 1,000 linked pairs 19 of 20 are one person (950), of 200 apart 5 of 20 (50). So
   * precision is .95 and recall 950 of 1,000, .95.
   */
  @Test
  void quality_putsStrataTogetherByTheirSizes() {
    sample(
        Map.of(Stratum.LINKED, 1000L, Stratum.APART_SHARING, 200L),
        Map.of(Stratum.LINKED, drawn(19, 1, 0, 0), Stratum.APART_SHARING, drawn(5, 15, 1, 2)));

    var quality = judging.quality();

    assertThat(quality.judged()).isEqualTo(40);
    assertThat(quality.unjudged()).isEqualTo(3);
    var answer = quality.answer().orElseThrow();
    assertThat(answer.precision().value()).isBetween(0.9499, 0.9501);
    assertThat(answer.recall().value()).isBetween(0.9499, 0.9501);
    assertThat(answer.precision().low()).isBetween(0.75, 0.93);
    assertThat(answer.precision().high()).isBetween(0.97, 1.0);
    assertThat(answer.recall().low()).isLessThan(answer.recall().value());
  }

  @Test
  void quality_ofAStratumOfWhichNothingIsKnown_isLessSure() {
    sample(
        Map.of(Stratum.LINKED, 1000L, Stratum.APART_SHARING, 200L),
        Map.of(Stratum.LINKED, drawn(19, 1, 0, 0), Stratum.APART_SHARING, drawn(0, 0, 0, 20)));

    var answer = judging.quality().answer().orElseThrow();

    assertThat(answer.recall().low()).isLessThan(0.86);
    assertThat(answer.recall().high()).isGreaterThan(0.98);
  }
}
