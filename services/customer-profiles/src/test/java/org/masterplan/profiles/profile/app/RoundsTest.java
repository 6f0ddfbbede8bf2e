package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class RoundsTest {
  private final List<String> resolved = new ArrayList<>();
  private final List<Integer> projected = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Rounds rounds =
      new Rounds(this::resolve, last -> projected.add(last.records().size()));

  private Identity.Resolved resolve(List<SourceRecord> some, String actor) {
    begun.countDown();
    awaitQuietly(goOn);
    resolved.add(actor + some.stream().map(r -> " " + r.name().id() + r.version()).toList());
    if (some.stream().anyMatch(record -> record.name().id().equals("bad"))) {
      throw new IllegalStateException("bad");
    }
    return new Identity.Resolved(resolved.size(), some);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SourceRecord record(String id, int version) {
    var values = Map.of("fullName", id + version);
    var content = new SourceRecord.Content(values, values);
    var origin = new SourceRecord.Origin("push-1", 1, Instant.EPOCH, Instant.EPOCH);
    return new SourceRecord(id.hashCode(), new RecordName("s", id), version, content, origin);
  }

  @Test
  void accept_alone_isARoundOfItsOwn() {
    goOn.countDown();

    rounds.accept(List.of(record("a", 1)), "lan");

    assertThat(resolved).containsExactly("lan[ a1]");
    assertThat(projected).containsExactly(1);
  }

  @Test
  void accept_whileARoundIsUnderWay_sharesTheNext_oneDecisionForEachName() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var all = crowd(threads, List.of(record("b", 1), record("c", 1)), record("d", 1));
      for (var each : all) {
        each.get();
      }
    }

    assertThat(resolved).hasSize(3);
    assertThat(resolved.subList(1, 3)).containsExactlyInAnyOrder("lan[ b1,  c1]", "ha[ d1]");
    assertThat(projected).hasSize(2);
  }

  @Test
  void accept_inARoundWithOneThatFails_isAnsweredForItself() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var all = crowd(threads, List.of(record("bad", 1), record("c", 1)), record("d", 1));

      assertThatThrownBy(() -> all.get(1).get())
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("bad");
      all.get(0).get();
      all.get(2).get();
      all.get(3).get();
    }

    assertThat(resolved).contains("lan[ c1]", "ha[ d1]");
  }

  @Test
  void accept_ofAVersionThatANewerOneFollowed_leavesTheNewer() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var all = crowd(threads, List.of(record("b", 3), record("b", 2)), record("d", 1));
      for (var each : all) {
        each.get();
      }
    }
    rounds.accept(List.of(record("b", 1)), "lan");
    rounds.accept(List.of(record("b", 3)), "lan");

    assertThat(resolved).containsExactlyInAnyOrder("lan[ a1]", "lan[ b3]", "ha[ d1]", "lan[ b3]");
  }

  /** One round is under way, and these come meanwhile: each by itself, the last as another. */
  private List<Future<?>> crowd(
      java.util.concurrent.ExecutorService threads, List<SourceRecord> some, SourceRecord last)
      throws InterruptedException {
    var all = new ArrayList<Future<?>>();
    all.add(threads.submit(() -> rounds.accept(List.of(record("a", 1)), "lan")));
    begun.await();
    for (var each : some) {
      all.add(threads.submit(() -> rounds.accept(List.of(each), "lan")));
      int waiting = all.size() - 1;
      await().until(() -> rounds.waiting() == waiting);
    }
    all.add(threads.submit(() -> rounds.accept(List.of(last), "ha")));
    await().until(() -> rounds.waiting() == some.size() + 1);
    goOn.countDown();
    return all;
  }
}
