package org.masterplan.profiles.review.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.review.domain.Agreement;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Puts together what a steward sees of a pair, and how far the queue is. */
public final class ReviewDesk {
  private final Reviews reviews;
  private final Searches searches;
  private final Around around;

  /** What is known about records beside the question. */
  public record Around(Records records, Identity identity, Reading reading, Sight sight) {}

  /** A record with the profile that it is in now. */
  public record Side(SourceRecord record, String profile) {}

  /**
   * A question with what there is to see.
   *
   * @param left empty once the record is erased
   * @param comparisons nothing in lists
   * @param evidence empty in lists, and where nothing is weighed
   */
  public record Sheet(
      Review review,
      Optional<Side> left,
      Optional<Side> right,
      List<Comparison> comparisons,
      Optional<Link> evidence,
      boolean masked) {}

  /** How far the queue is. */
  public record Summary(
      Map<Reviews.Tally, Long> counts, Agreement agreement, Optional<Instant> searchedAt) {}

  public ReviewDesk(Reviews reviews, Searches searches, Around around) {
    this.reviews = reviews;
    this.searches = searches;
    this.around = around;
  }

  /** The whole sheet of one, for this reader. */
  public Sheet sheet(Review review, Actor reader) {
    var sides = sides(List.of(review));
    var left = Optional.ofNullable(sides.get(review.pair().left()));
    var right = Optional.ofNullable(sides.get(review.pair().right()));
    var names = Stream.of(left, right).flatMap(Optional::stream).map(Side::profile).distinct();
    boolean masked = around.sight().look(reader, names.toList());
    if (left.isEmpty() || right.isEmpty()) {
      return new Sheet(review, left, right, List.of(), Optional.empty(), masked);
    }
    var one = left.get().record();
    var other = right.get().record();
    return new Sheet(
        review,
        left,
        right,
        Comparison.of(one.values(), other.values()),
        around.identity().weigh(Features.of(one), Features.of(other)),
        masked);
  }

  /** A page of them, with names and without values. */
  public Slice<Sheet> list(Query query) {
    var page = reviews.list(query);
    var sides = sides(page.items());
    return page.map(
        review ->
            new Sheet(
                review,
                Optional.ofNullable(sides.get(review.pair().left())),
                Optional.ofNullable(sides.get(review.pair().right())),
                List.of(),
                Optional.empty(),
                true));
  }

  /** How far the queue is. */
  public Summary summary() {
    var twice = new ArrayList<Review>();
    var judged = ReviewFields.in(Review.State.DISPUTED, Review.State.DECIDED);
    var two = new Filter.Compare(ReviewFields.WANTED, Filter.Op.EQ, new Value.Number(2));
    reviews.each(new Filter.And(List.of(two, judged)), twice::add);
    return new Summary(reviews.tally(), Agreement.of(twice), searches.latest().map(Search::at));
  }

  private Map<Long, Side> sides(List<Review> some) {
    var numbers = new HashSet<Long>();
    some.forEach(r -> numbers.addAll(List.of(r.pair().left(), r.pair().right())));
    var found = around.records().findNumbers(numbers);
    var profiles = around.reading().assignment(found.values());
    var sides = new java.util.HashMap<Long, Side>();
    found.forEach(
        (number, record) -> {
          var profile = profiles.get(number);
          if (profile != null) {
            sides.put(number, new Side(record, profile));
          }
        });
    return sides;
  }
}
