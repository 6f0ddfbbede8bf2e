package org.masterplan.profiles.review.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Word;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;

/**
 * Takes stewards' words. A word is stored first and the journal told after it, so that of two who
 * decide at once one is refused before anything is said; what a kill leaves untold is told later.
 */
public final class Deciding {
  private final Reviews reviews;
  private final Identity identity;
  private final Projection projection;
  private final Clock clock;

  /** Whose word, on which revision, and why. */
  public record Act(String actor, long seen, String note) {}

  public Deciding(Reviews reviews, Identity identity, Projection projection, Clock clock) {
    this.reviews = reviews;
    this.identity = identity;
    this.projection = projection;
    this.clock = clock;
  }

  /** Throws {@link NotFound} if nobody is asked about that pair. */
  public Review get(Pair pair) {
    return reviews.find(pair).orElseThrow(() -> NotFound.named("reviews/" + pair.id()));
  }

  /** Takes a word; once it decides, the journal says so too. */
  public Review decide(Pair pair, Verdict verdict, Act act) {
    var open = seen(pair, act.seen());
    var said = open.say(new Opinion(act.actor(), verdict, act.note(), clock.instant()));
    reviews.replace(said, entry("REVIEW_DECIDED", act.actor(), act.note()));
    return said.owed() ? carryOut(said) : said;
  }

  /** Takes the last word back, from the journal too where it still stands there. */
  public Review undo(Pair pair, Act act) {
    var decided = seen(pair, act.seen());
    var undone = decided.unsay();
    takeBack(decided, act);
    reviews.replace(undone, entry("REVIEW_UNDONE", act.actor(), act.note()));
    return undone;
  }

  /** Tells the journal what it was not told because somebody was killed in between. */
  public void carryOutOwed() {
    var owed = new ArrayList<Review>();
    var filter = new Filter.Compare(ReviewFields.OWED, Filter.Op.EQ, new Value.Bool(true));
    reviews.each(filter, owed::add);
    for (var review : owed) {
      try {
        carryOut(review);
      } catch (WrongState | NotFound | Stale _) {
        // Put back for the stewards, gone with its records, or carried out by another instance.
      }
    }
  }

  private Review carryOut(Review decided) {
    var verdict = decided.outcome().orElse(Verdict.CANNOT_TELL);
    if (verdict == Verdict.CANNOT_TELL) {
      return carried(decided, new Review.Carried(0, Said.NOTHING));
    }
    var pair = decided.pair();
    var said = verdict == Verdict.SAME ? Said.SAME : Said.DIFFERENT;
    var before = said(pair);
    try {
      var word = new Word(said, false);
      long journal = identity.say(pair.left(), pair.right(), word, steward(decided));
      projection.catchUp();
      return carried(decided, new Review.Carried(journal, before));
    } catch (WrongState refused) {
      // Two valid national ids: nobody's word makes one person of them.
      reviews.replace(decided.unsay(), entry("REVIEW_REFUSED", steward(decided).actor(), ""));
      throw refused;
    }
  }

  private Review carried(Review decided, Review.Carried told) {
    var next = decided.carried(told);
    reviews.replace(next, entry("REVIEW_CARRIED_OUT", steward(decided).actor(), ""));
    return next;
  }

  private void takeBack(Review decided, Act act) {
    var told = decided.carried().filter(carried -> carried.journal() > 0);
    if (told.isEmpty()) {
      return;
    }
    var pair = decided.pair();
    var word = decided.outcome().filter(v -> v == Verdict.SAME).isPresent();
    var now = said(pair);
    // Somebody has said something else since: that stands.
    if (now == (word ? Said.SAME : Said.DIFFERENT)) {
      var back = new Word(told.get().before(), true);
      var steward = new Identity.Steward(act.actor(), act.note());
      identity.say(pair.left(), pair.right(), back, steward);
      projection.catchUp();
    }
  }

  private Said said(Pair pair) {
    return identity.ask(roster -> Identity.said(roster, pair.left(), pair.right()));
  }

  private Review seen(Pair pair, long revision) {
    var review = get(pair);
    if (review.revision() != revision) {
      throw Stale.named(review.name());
    }
    return review;
  }

  private static Identity.Steward steward(Review decided) {
    var last = decided.opinions().getLast();
    return new Identity.Steward(last.actor(), last.note());
  }

  private AuditEntry entry(String act, String actor, String reason) {
    return new AuditEntry(clock.instant(), actor, act, List.of("opinions"), reason);
  }
}
