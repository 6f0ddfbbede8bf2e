package org.masterplan.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.lease.InMemoryLeases;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class FollowerTest {
  TestClock clock = TestClock.at(Instant.parse("2026-11-21T02:00:00Z"));
  MongoDatabase database = MongoTestServer.database("feed");
  Communities feed = new Communities();
  Leasing leasing = new Leasing(new InMemoryLeases(clock), "a", Duration.ofHours(1), clock);

  /** A feed whose token is the number of items read. */
  static final class Communities implements Feed<Map.Entry<String, Long>> {
    final List<Map.Entry<String, Long>> log = new ArrayList<>();
    final Map<String, Long> kept = new HashMap<>();
    final List<String> tokens = new ArrayList<>();
    int applied;

    @Override
    public String name() {
      return "communities";
    }

    @Override
    public Step<Map.Entry<String, Long>> changes(String token, int limit) {
      tokens.add(token);
      int from = token.isEmpty() ? 0 : Integer.parseInt(token);
      int to = Math.min(log.size(), from + 2);
      return new Step<>(log.subList(from, to), String.valueOf(to), to < log.size());
    }

    @Override
    public void apply(Map.Entry<String, Long> item) {
      applied++;
      kept.merge(item.getKey(), item.getValue(), Math::max);
    }

    @Override
    public Map<Integer, Digest> there() {
      var latest = new HashMap<String, Long>();
      log.forEach(each -> latest.put(each.getKey(), each.getValue()));
      return digests(latest);
    }

    @Override
    public Map<Integer, Digest> here() {
      return digests(kept);
    }

    private static Map<Integer, Digest> digests(Map<String, Long> items) {
      var buckets = new Digest.Buckets();
      items.forEach(buckets::add);
      return buckets.digests();
    }
  }

  @Test
  void catchUp_takesEverythingStepByStep() {
    add(5);
    var follower = follower();

    catchUp(follower);

    assertThat(feed.kept).hasSize(5);
    assertThat(follower.lag()).isZero();
    clock.advance(Duration.ofSeconds(7));
    assertThat(follower.lag()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void catchUp_readsTheOverlapAgain_alsoAfterARestart() {
    add(4);
    var follower = follower();
    catchUp(follower);
    clock.advance(Follower.OVERLAP);
    feed.tokens.clear();

    catchUp(follower);
    assertThat(feed.tokens).containsExactly("4");

    add(2);
    clock.advance(Duration.ofSeconds(10));
    catchUp(follower());
    assertThat(feed.kept).hasSize(6);
    assertThat(feed.tokens).containsExactly("4", "4");
  }

  @Test
  void catchUp_withinTheOverlap_appliesTheSameAgain() {
    add(2);
    var follower = follower();
    catchUp(follower);
    catchUp(follower);

    assertThat(feed.applied).isEqualTo(4);
    assertThat(feed.kept).hasSize(2);
  }

  @Test
  void catchUp_onceAnHour_findsWhatWasLostOrGarbled_andMendsIt() {
    add(6);
    var follower = follower();
    catchUp(follower);
    feed.kept.remove("c3");
    feed.kept.put("c4", 0L);
    clock.advance(Duration.ofMinutes(59));
    catchUp(follower);
    assertThat(feed.kept).doesNotContainKey("c3");

    clock.advance(Duration.ofMinutes(1));
    catchUp(follower);

    assertThat(feed.kept).containsEntry("c3", 1L).containsEntry("c4", 1L).hasSize(6);
    assertThat(follower.differing()).isZero();
  }

  @Test
  void catchUp_onAnotherInstance_comparesWhenItIsDueAndNotBefore() {
    add(2);
    var first = follower();
    catchUp(first);
    clock.advance(Follower.OVERLAP);
    catchUp(first);
    feed.kept.clear();

    clock.advance(Duration.ofMinutes(30));
    catchUp(follower());
    assertThat(feed.kept).isEmpty();
    clock.advance(Duration.ofMinutes(30));
    catchUp(follower());

    assertThat(feed.kept).hasSize(2);
  }

  @Test
  void reconcile_whileOthersWrite_doesNotReadEverythingAgain() {
    add(4);
    var follower = follower();
    catchUp(follower);
    clock.advance(Follower.OVERLAP);
    catchUp(follower);
    clock.advance(Follower.OVERLAP);
    catchUp(follower);
    add(1);
    feed.tokens.clear();

    assertThat(leasing.run("feed", held -> follower.reconcile(held))).isTrue();

    assertThat(feed.kept).hasSize(5);
    assertThat(feed.tokens).containsExactly("4");
    assertThat(follower.differing()).isZero();
  }

  @Test
  void reconcile_whatIsNowhereElse_isTold() {
    add(2);
    var follower = follower();
    catchUp(follower);
    feed.kept.put("stray", 1L);

    assertThat(leasing.run("feed", held -> follower.reconcile(held))).isTrue();

    assertThat(follower.differing()).isEqualTo(1);
  }

  private void add(int items) {
    for (int i = 0; i < items; i++) {
      feed.log.add(Map.entry("c" + feed.log.size(), 1L));
    }
  }

  private Follower follower() {
    return new Follower(feed, database, clock);
  }

  private void catchUp(Follower follower) {
    assertThat(leasing.run("feed", follower::catchUp)).isTrue();
  }
}
