package org.masterplan.profiles.review.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.source.app.Records;

/**
 * Keeps the queue: looks through all records, adds what is worth a look, and closes what is not any
 * more. What stewards said is left as it is. Done again it changes nothing.
 */
public final class Searching {
  /** So many of each kind wait at most, the most urgent ones: nobody looks at more. */
  private static final int MOST_OF_A_KIND = 1000;

  private static final int ADDED_AT_ONCE = 200;

  private final Reviews reviews;
  private final Searches searches;
  private final Identity identity;
  private final Records records;
  private final Share share;

  /**
   * What is asked of two stewards.
   *
   * @param percent so many of a hundred pairs, always the same ones
   */
  public record Share(int percent, Clock clock) {
    int wanted(Pair pair) {
      long mixed = (pair.left() * 31 + pair.right()) * 0x9E3779B97F4A7C15L;
      return Long.remainderUnsigned(mixed >>> 8, 100) < percent ? 2 : 1;
    }
  }

  public Searching(
      Reviews reviews, Searches searches, Identity identity, Records records, Share share) {
    this.reviews = reviews;
    this.searches = searches;
    this.identity = identity;
    this.records = records;
    this.share = share;
  }

  /** As {@link #search}, where anything was decided since the last time. */
  public void keepUp(String id, String actor) {
    long last = searches.latest().map(Search::journal).orElse(-1L);
    if (identity.<Long>ask(Roster::applied) != last) {
      search(id, actor, 0);
    }
  }

  /** Looks through all records; {@code lots} pairs are drawn by chance, unless that is 0. */
  public Search search(String id, String actor, int lots) {
    long journal = identity.ask(Roster::applied);
    var findings = new Findings(MOST_OF_A_KIND, lots, id.hashCode());
    new Survey(identity, records, findings).run();
    var drawn = findings.lots();
    var search =
        new Search(id, share.clock().instant(), actor, journal, findings.sizes(), pairs(drawn));
    if (lots > 0) {
      // Before its pairs are: whoever keeps the queue up meanwhile closes none of them.
      searches.put(search);
    }
    update(findings.wanted(drawn), actor);
    if (lots == 0) {
      searches.put(search);
    }
    return search;
  }

  /** The pairs of the sample that counts. */
  private Set<Pair> drawn() {
    var drawn = new HashSet<Pair>();
    searches.latestSample().ifPresent(search -> search.drawn().values().forEach(drawn::addAll));
    return drawn;
  }

  private void update(Map<Pair, Finding> wanted, String actor) {
    var known = new HashSet<Pair>();
    var looked = new ArrayList<Review>();
    reviews.each(
        new Filter.All(),
        review -> {
          known.add(review.pair());
          if (review.opinions().isEmpty() || wanted.containsKey(review.pair())) {
            looked.add(review);
          }
        });
    // After the reviews were read: a sample is written down before its pairs are.
    var drawn = drawn();
    for (var review : looked) {
      var now = now(review, wanted.get(review.pair()), drawn.contains(review.pair()));
      if (now.revision() > review.revision()) {
        replace(now, actor);
      }
    }
    var added = new ArrayList<Review>();
    wanted.forEach(
        (pair, finding) -> {
          if (!known.contains(pair)) {
            added.add(Review.found(pair, finding, share.wanted(pair), share.clock().instant()));
          }
        });
    for (int from = 0; from < added.size(); from += ADDED_AT_ONCE) {
      var part = added.subList(from, Math.min(added.size(), from + ADDED_AT_ONCE));
      reviews.add(part, entry("REVIEWS_FOUND", actor));
    }
  }

  private static Review now(
      Review review, @org.jspecify.annotations.Nullable Finding found, boolean drawn) {
    boolean silent = review.opinions().isEmpty();
    if (found == null) {
      return silent && !drawn && review.state() == Review.State.OPEN ? review.pass() : review;
    }
    if (!silent) {
      boolean anew = found.sampled() && !review.finding().sampled();
      return anew ? review.foundAgain(review.finding().drawn()) : review;
    }
    var finding = drawn ? found.drawn() : found;
    boolean same = finding.equals(review.finding()) && review.state() == Review.State.OPEN;
    return same ? review : review.foundAgain(finding);
  }

  private void replace(Review next, String actor) {
    try {
      reviews.replace(next, entry("REVIEW_FOUND", actor));
    } catch (Stale _) {
      // A steward was faster: what they say counts.
    }
  }

  private static Map<Stratum, List<Pair>> pairs(Map<Stratum, List<Findings.Found>> drawn) {
    return drawn.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> each.getValue().stream().map(Findings.Found::pair).toList(),
                (a, _) -> a,
                () -> new EnumMap<>(Stratum.class)));
  }

  private AuditEntry entry(String act, String actor) {
    return new AuditEntry(share.clock().instant(), actor, act, List.of("state"), "");
  }
}
