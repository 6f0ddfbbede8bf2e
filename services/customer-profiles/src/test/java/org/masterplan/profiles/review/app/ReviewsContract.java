package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;

/** What every store of reviews must do. Subclasses supply a fresh, empty one. */
public abstract class ReviewsContract {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "lan@data", "REVIEW_DECIDED", List.of("opinions"), "");

  Reviews reviews;

  protected abstract Reviews reviews();

  @BeforeEach
  void fresh() {
    reviews = reviews();
  }

  static Review review(long left, long right, Kind kind, int urgency, String source) {
    var sources = List.of("crm", source);
    var finding = new Finding(kind, urgency, OptionalDouble.of(0.4), sources, false);
    return Review.found(new Pair(left, right), finding, 2, NOW);
  }

  static final Review SHARING = review(1, 2, Kind.SHARING, 40, "shop");
  static final Review LOOSE = review(1, 3, Kind.LOOSE, 90, "app");
  static final Review DOUBT = review(4, 9_000_000_000L, Kind.UNCERTAIN, 70, "shop");

  private void addAll() {
    reviews.add(List.of(SHARING, LOOSE, DOUBT), ENTRY);
  }

  private static Review said(Review review) {
    return review
        .say(new Opinion("lan@data", Verdict.SAME, "giấy tờ", NOW.plusSeconds(1)))
        .say(new Opinion("ha@data", Verdict.SAME, "", NOW.plusSeconds(2)));
  }

  /** Stores every revision between what was added and that. */
  private void replaceUpTo(Review first, Review last) {
    var between = first.say(last.opinions().getFirst());
    reviews.replace(between, ENTRY);
    reviews.replace(between.say(last.opinions().get(1)), ENTRY);
  }

  @Test
  void find_returnsWhatWasAdded() {
    addAll();

    assertThat(reviews.find(LOOSE.pair())).contains(LOOSE);
    assertThat(reviews.find(new Pair(7, 8))).isEmpty();
  }

  @Test
  void add_leavesWhatIsKnownAsItIs() {
    addAll();

    reviews.add(List.of(review(1, 2, Kind.DRAWN, 1, "x"), review(5, 6, Kind.DRAWN, 0, "x")), ENTRY);

    assertThat(reviews.find(SHARING.pair())).contains(SHARING);
    assertThat(reviews.find(new Pair(5, 6))).isPresent();
  }

  @Test
  void replace_keepsEverythingThatWasSaid_andLetsOneOfTwoWritersWin() {
    addAll();
    var decided = said(SHARING);
    replaceUpTo(SHARING, decided);
    var carried = decided.carried(new Review.Carried(17, Said.DIFFERENT));
    reviews.replace(carried, ENTRY);

    assertThat(reviews.find(SHARING.pair())).contains(carried);
    assertThatThrownBy(() -> reviews.replace(carried, ENTRY)).isInstanceOf(Stale.class);
  }

  /** Of one that is undone whole nobody knows when anything was said. */
  @Test
  void replace_keepsWhatTheJournalIsToTakeBack_andFindsItByThat() {
    addAll();
    var spoken = LOOSE.say(new Opinion("lan@data", Verdict.SAME, "", NOW.plusSeconds(1)));
    reviews.replace(spoken, ENTRY);
    var undone =
        spoken.unsay("lan@data").owing(new Review.TakeBack(Said.SAME, Said.DIFFERENT, "ha@data"));
    reviews.replace(undone, ENTRY);
    var later = new Value.Time(NOW.plusSeconds(9));
    var inHand = new Filter.Compare(ReviewFields.DECIDE_TIME, Filter.Op.GE, later);
    var owed = compare(ReviewFields.OWED, new Value.Bool(true));

    assertThat(reviews.find(LOOSE.pair())).contains(undone);
    assertThat(found(new Filter.And(List.of(owed, new Filter.Not(inHand)))))
        .containsExactly(undone);
    reviews.replace(undone.takenBack(), ENTRY);
    assertThat(found(owed)).isEmpty();
  }

  @Test
  void list_isByUrgency_inPages() {
    addAll();

    var first = reviews.list(Query.first(ReviewFields.DEFAULT, 2));
    var rest = reviews.list(new Query(new Filter.All(), ReviewFields.DEFAULT, 2, first.next()));

    assertThat(first.items()).containsExactly(LOOSE, DOUBT);
    assertThat(rest.items()).containsExactly(SHARING);
    assertThat(rest.next()).isEmpty();
  }

  @Test
  void list_isFilteredByEveryField() {
    addAll();
    replaceUpTo(SHARING, said(SHARING));

    assertThat(found(compare(ReviewFields.KIND, new Value.Text("LOOSE")))).containsExactly(LOOSE);
    assertThat(found(ReviewFields.in(Review.State.DECIDED))).hasSize(1);
    assertThat(found(compare(ReviewFields.SOURCE, new Value.Text("sources/shop")))).hasSize(2);
    assertThat(found(compare(ReviewFields.DECIDER, new Value.Text("ha@data")))).hasSize(1);
    assertThat(found(compare(ReviewFields.OWED, new Value.Bool(true)))).hasSize(1);
    assertThat(found(compare(ReviewFields.SAMPLED, new Value.Bool(true)))).isEmpty();
    assertThat(found(compare(ReviewFields.WANTED, new Value.Number(2)))).hasSize(3);
    assertThat(found(new Filter.Compare(ReviewFields.URGENCY, Filter.Op.GE, new Value.Number(70))))
        .hasSize(2);
  }

  private static Filter compare(org.masterplan.kernel.query.Field field, Value value) {
    return new Filter.Compare(field, Filter.Op.EQ, value);
  }

  private List<Review> found(Filter filter) {
    var found = new ArrayList<Review>();
    reviews.each(filter, found::add);
    var page =
        reviews.list(new Query(filter, ReviewFields.DEFAULT, 50, java.util.Optional.empty()));
    assertThat(page.items()).containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @Test
  void tally_countsKindsInStates() {
    addAll();
    replaceUpTo(SHARING, said(SHARING));

    assertThat(reviews.tally())
        .isEqualTo(
            Map.of(
                new Reviews.Tally(Kind.SHARING, Review.State.DECIDED), 1L,
                new Reviews.Tally(Kind.LOOSE, Review.State.OPEN), 1L,
                new Reviews.Tally(Kind.UNCERTAIN, Review.State.OPEN), 1L));
  }

  @Test
  void erase_forgetsWhatIsAboutTheRecords_onEitherSide() {
    addAll();
    assertThat(reviews.about(List.of(1L, 3L))).containsExactlyInAnyOrder(SHARING, LOOSE);

    assertThat(reviews.erase(List.of(9_000_000_000L, 3L))).isEqualTo(2);

    assertThat(reviews.find(SHARING.pair())).contains(SHARING);
    assertThat(reviews.about(List.of(3L, 4L))).isEmpty();
  }
}
