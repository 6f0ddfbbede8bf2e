package org.masterplan.profiles.review.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.review.domain.Band;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Holds what the matching has learned against what stewards say. */
public final class Calibrating {
  /** Its ends; one stands where records begin to be joined, two where stewards are asked. */
  private static final List<Double> ENDS =
      List.of(0.0, Survey.LEAST, 0.2, Link.LIKELY, 0.8, Survey.MOST, 1.0);

  /** So many pairs are looked up at once. */
  private static final int PART = 500;

  private final Taught taught;
  private final Reviews reviews;
  private final Records records;
  private final Identity identity;

  /**
   * What was learned, and what stewards say.
   *
   * @param learns whether the matching learns at all
   * @param lesson empty as long as nothing was learned
   * @param bands empty as long as nothing was learned
   */
  public record Standing(boolean learns, Optional<Taught.Lesson> lesson, List<Band> bands) {
    /** Above this belief two records are joined. */
    public double joined() {
      return Link.LIKELY;
    }

    /** From this belief on stewards are asked. */
    public double askedFrom() {
      return Survey.LEAST;
    }

    /** Up to this one. */
    public double askedTo() {
      return Survey.MOST;
    }
  }

  public Calibrating(Taught taught, Reviews reviews, Records records, Identity identity) {
    this.taught = taught;
    this.reviews = reviews;
    this.records = records;
    this.identity = identity;
  }

  /** By the model in force, and by what is decided now. */
  public Standing standing() {
    var lesson = taught.newest();
    return new Standing(taught.learns(), lesson, lesson.isEmpty() ? List.of() : bands());
  }

  private List<Band> bands() {
    var bands = new ArrayList<Band>();
    for (int end = 1; end < ENDS.size(); end++) {
      bands.add(Band.empty(ENDS.get(end - 1), ENDS.get(end)));
    }
    var part = new ArrayList<Review>();
    reviews.each(
        ReviewFields.in(Review.State.DECIDED),
        review -> {
          part.add(review);
          if (part.size() == PART) {
            count(part, bands);
            part.clear();
          }
        });
    count(part, bands);
    return bands;
  }

  /**
   * All weighed in one turn, and by what was learned alone: the words of stewards weigh nothing.
   */
  private void count(List<Review> some, List<Band> bands) {
    var known = known(some);
    var said =
        some.stream().filter(r -> r.outcome().isPresent() && isKnown(r.pair(), known)).toList();
    var links = identity.weighAll(said.stream().map(r -> two(r.pair(), known)).toList());
    for (int i = 0; i < links.size(); i++) {
      var verdict = said.get(i).outcome().orElseThrow();
      links
          .get(i)
          .map(Link::probability)
          .ifPresent(
              belief -> bands.replaceAll(band -> band.holds(belief) ? band.and(verdict) : band));
    }
  }

  private static boolean isKnown(Pair pair, Map<Long, SourceRecord> known) {
    return known.containsKey(pair.left()) && known.containsKey(pair.right());
  }

  private static Identity.Two two(Pair pair, Map<Long, SourceRecord> known) {
    var left = Objects.requireNonNull(known.get(pair.left()));
    var right = Objects.requireNonNull(known.get(pair.right()));
    return new Identity.Two(Features.of(left), Features.of(right));
  }

  private Map<Long, SourceRecord> known(List<Review> some) {
    Set<Long> numbers = new HashSet<>();
    some.forEach(r -> numbers.addAll(List.of(r.pair().left(), r.pair().right())));
    return records.findNumbers(numbers);
  }
}
