package org.masterplan.profiles.review.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Word;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;

/**
 * Takes stewards' words, and takes them back. A review is stored first and the journal told after
 * it, so that of two who decide at once one is refused before anything is said; what a kill leaves
 * untold is told later.
 */
public final class Deciding {
  /** So long a word is in the hands of the call that took it. */
  private static final Duration IN_HAND = Duration.ofMinutes(1);

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
    takeBack(open);
    var next = said.owed() ? said.owing(said(pair)) : said;
    reviews.replace(next, entry("REVIEW_DECIDED", act.actor(), next));
    return next.owed() ? carryOut(next) : next;
  }

  /** Takes the last word back, from the journal too where it still stands there. */
  public Review undo(Pair pair, Act act) {
    var decided = seen(pair, act.seen());
    var undone = decided.unsay(act.actor());
    takeBack(decided);
    var next = toTakeBack(decided, act.actor()).map(undone::owing).orElse(undone);
    reviews.replace(next, entry("REVIEW_UNDONE", act.actor(), next));
    return next.owed() ? carryOut(next) : next;
  }

  /**
   * Tells the journal what it was not told because somebody was killed in between; whoever has just
   * decided is still about to.
   */
  public void carryOutOwed() {
    var owed = new ArrayList<Review>();
    var until = new Value.Time(clock.instant().minus(IN_HAND));
    var inHand = new Filter.Compare(ReviewFields.DECIDE_TIME, Filter.Op.GE, until);
    reviews.each(
        new Filter.And(
            List.of(
                new Filter.Compare(ReviewFields.OWED, Filter.Op.EQ, new Value.Bool(true)),
                // Of one that is undone whole nobody knows when anything was said.
                new Filter.Not(inHand))),
        owed::add);
    for (var review : owed) {
      try {
        carryOut(review);
      } catch (WrongState | NotFound | Stale _) {
        // Put back for the stewards, gone with its records, or carried out by another instance.
      }
    }
  }

  private Review carryOut(Review owing) {
    return owing.taken().isPresent() ? takenBack(owing) : told(owing);
  }

  private Review told(Review decided) {
    var verdict = decided.outcome().orElse(Verdict.CANNOT_TELL);
    if (verdict == Verdict.CANNOT_TELL) {
      return carried(decided, new Review.Carried(0, Said.NOTHING));
    }
    var now = said(decided.pair());
    var before = decided.carried().map(Review.Carried::before).orElse(now);
    try {
      return carried(decided, new Review.Carried(tell(decided, word(verdict), now), before));
    } catch (WrongState refused) {
      // Two valid national ids: nobody's word makes one person of them.
      var open = decided.unsay(steward(decided).actor());
      reviews.replace(open, entry("REVIEW_REFUSED", steward(decided).actor(), open));
      throw refused;
    }
  }

  /** What stands already is not said again: perhaps it was said just before a kill. */
  private long tell(Review decided, Said word, Said now) {
    if (now == word) {
      return identity.<Long>ask(Roster::applied);
    }
    var pair = decided.pair();
    long journal = identity.say(pair.left(), pair.right(), new Word(word, false), steward(decided));
    projection.catchUp();
    return journal;
  }

  private static Said word(Verdict verdict) {
    return switch (verdict) {
      case SAME -> Said.SAME;
      case DIFFERENT -> Said.DIFFERENT;
      case CANNOT_TELL -> Said.NOTHING;
    };
  }

  private Review carried(Review decided, Review.Carried told) {
    var next = decided.carried(told);
    try {
      reviews.replace(next, entry("REVIEW_CARRIED_OUT", steward(decided).actor(), next));
    } catch (Stale stale) {
      putRight(decided, told);
      throw stale;
    }
    return next;
  }

  /** Somebody took the word back before the journal was told: what the review says now counts. */
  private void putRight(Review decided, Review.Carried told) {
    var word = outcome(decided);
    var now = reviews.find(decided.pair()).map(Deciding::outcome).orElse(Said.NOTHING);
    if (told.journal() != 0 && now != word) {
      var counts = now == Said.NOTHING ? told.before() : now;
      takeBack(decided, new Review.TakeBack(word, counts, steward(decided).actor()));
    }
  }

  /** What the journal is to take back of that word; also what it may have been told at a kill. */
  private static Optional<Review.TakeBack> toTakeBack(Review decided, String actor) {
    var word = outcome(decided);
    return decided
        .carried()
        .filter(told -> told.journal() != 0 && word != Said.NOTHING)
        .map(told -> new Review.TakeBack(word, told.before(), actor));
  }

  private Review takenBack(Review undone) {
    takeBack(undone);
    var next = undone.takenBack();
    var actor = undone.taken().map(Review.TakeBack::actor).orElse("");
    reviews.replace(next, entry("REVIEW_CARRIED_OUT", actor, next));
    return next;
  }

  /** Takes back what the review still owes the journal to take back, if anything. */
  private void takeBack(Review review) {
    review.taken().ifPresent(back -> takeBack(review, back));
  }

  /** Where somebody has said something else since, that stands. */
  private void takeBack(Review review, Review.TakeBack back) {
    var pair = review.pair();
    if (said(pair) == back.word() && back.before() != back.word()) {
      var steward = new Identity.Steward(back.actor(), review.name());
      identity.say(pair.left(), pair.right(), new Word(back.before(), true), steward);
      projection.catchUp();
    }
  }

  private static Said outcome(Review review) {
    return review.outcome().map(Deciding::word).orElse(Said.NOTHING);
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

  /** The journal names the review: why somebody said so is kept, and forgotten, there alone. */
  private static Identity.Steward steward(Review decided) {
    return new Identity.Steward(decided.opinions().getLast().actor(), decided.name());
  }

  private AuditEntry entry(String act, String actor, Review review) {
    return new AuditEntry(clock.instant(), actor, act, List.of("opinions"), review.name());
  }
}
