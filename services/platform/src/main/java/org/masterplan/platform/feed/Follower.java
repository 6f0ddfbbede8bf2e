package org.masterplan.platform.feed;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.platform.lease.Leasing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one feed. A write's stamp may be older than stamps already read, so each round begins
 * where the feed was {@link #OVERLAP} ago and applies that stretch again.
 */
public final class Follower {
  /** Longer than the longest deadline of a write. */
  public static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final int STEP = 500;
  private static final Duration COMPARE = Duration.ofHours(1);
  private static final String TOKEN = "token";
  private static final String COMPARED = "compared";

  private final Feed<?> feed;
  private final MongoCollection<Document> tokens;
  private final Clock clock;
  private final Deque<Seen> seen = new ArrayDeque<>();
  private final AtomicReference<Instant> caughtUp;
  private volatile int differing;

  /** Where the feed was at a time. */
  private record Seen(Instant at, String token) {}

  public Follower(Feed<?> feed, MongoDatabase database, Clock clock) {
    this.feed = feed;
    this.tokens = database.getCollection("feeds");
    this.clock = clock;
    this.caughtUp = new AtomicReference<>(clock.instant());
  }

  /** Names the feed, for jobs and metrics. */
  public String name() {
    return feed.name();
  }

  /** How long ago everything was taken last. */
  public Duration lag() {
    return Duration.between(caughtUp.get(), clock.instant());
  }

  /** How many buckets still differed after the last comparison and its repair. */
  public int differing() {
    return differing;
  }

  /**
   * Takes everything there is, and compares with the other service once an hour; how many items.
   * For the one holder of the lease.
   */
  public long catchUp(Leasing.Held held) {
    long taken = catchUp(feed, held, begin());
    if (!clock.instant().isBefore(compared().plus(COMPARE))) {
      reconcile(held);
    }
    return taken;
  }

  /**
   * Compares count and hash of every bucket with the other service. If any differs, the whole feed
   * is read again; the buckets that differed. For the one holder of the lease, who has caught up.
   */
  public Set<Integer> reconcile(Leasing.Held held) {
    var found = compare();
    if (!found.isEmpty()) {
      // What was written since it was caught up is not lost.
      catchUp(feed, held, begin());
      found.retainAll(compare());
    }
    if (!found.isEmpty()) {
      log.warn("feed {}: {} buckets differ; it is read again", name(), found.size());
      seen.clear();
      catchUp(feed, held, "");
    }
    differing = found.isEmpty() ? 0 : compare().size();
    if (differing > 0) {
      log.warn("feed {}: {} buckets differ after reading all of it", name(), differing);
    }
    keep(Updates.set(COMPARED, Date.from(clock.instant())));
    return found;
  }

  private Set<Integer> compare() {
    var there = feed.there();
    var found = new TreeSet<Integer>();
    if (!there.isEmpty()) {
      var here = new HashMap<>(feed.here());
      there.forEach((bucket, digest) -> differs(here.remove(bucket), digest, bucket, found));
      found.addAll(here.keySet());
    }
    return found;
  }

  private <T> long catchUp(Feed<T> feed, Leasing.Held held, String from) {
    var token = from;
    long taken = 0;
    boolean more = true;
    while (more) {
      held.check();
      var step = feed.changes(token, STEP);
      step.items().forEach(feed::apply);
      taken += step.items().size();
      token = step.token();
      more = step.more();
    }
    caughtUp.set(clock.instant());
    seen.addLast(new Seen(clock.instant(), token));
    store(begin());
    return taken;
  }

  /** The newest token that is older than the overlap; the stored one after a start. */
  private String begin() {
    var before = clock.instant().minus(OVERLAP);
    String token = null;
    for (var each : seen) {
      token = each.at().isAfter(before) ? token : each.token();
    }
    while (seen.size() > 1 && !second().at().isAfter(before)) {
      seen.removeFirst();
    }
    return token == null ? stored() : token;
  }

  private Seen second() {
    var rest = seen.iterator();
    rest.next();
    return rest.next();
  }

  private String stored() {
    var found = tokens.find(eq("_id", name())).first();
    var token = found == null ? null : found.getString(TOKEN);
    return token == null ? "" : token;
  }

  /** A feed that was never compared is compared at the first round. */
  private Instant compared() {
    var found = tokens.find(eq("_id", name())).first();
    var date = found == null ? null : found.getDate(COMPARED);
    return date == null ? Instant.EPOCH : date.toInstant();
  }

  private void store(String token) {
    keep(Updates.set(TOKEN, token));
  }

  private void keep(Bson change) {
    tokens.updateOne(eq("_id", name()), change, new UpdateOptions().upsert(true));
  }

  private static void differs(
      @org.jspecify.annotations.Nullable Digest here,
      Digest there,
      int bucket,
      Set<Integer> differing) {
    if (!there.equals(here)) {
      differing.add(bucket);
    }
  }

  /** The lag of several feeds, by name, for a health page. */
  public static Map<String, Duration> lags(Iterable<Follower> followers) {
    var lags = new HashMap<String, Duration>();
    followers.forEach(each -> lags.put(each.name(), each.lag()));
    return lags;
  }
}
