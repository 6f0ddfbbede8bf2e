package org.masterplan.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.TestClock;

/** What every store of leases must do. */
abstract class LeasesContract {
  static final Duration LENGTH = Duration.ofSeconds(30);

  TestClock clock = TestClock.at(Instant.parse("2026-11-21T02:00:00Z"));

  protected abstract Leases leases();

  @Test
  void take_givesALeaseToOneHolderOnly() {
    var leases = leases();

    assertThat(leases.take("w", "a", LENGTH)).isPresent();
    assertThat(leases.take("w", "b", LENGTH)).isEmpty();
    assertThat(leases.take("other", "b", LENGTH)).isPresent();
  }

  @Test
  void take_afterTheEnd_hasAHigherFence() {
    var leases = leases();
    var first = leases.take("w", "a", LENGTH).orElseThrow();

    clock.advance(LENGTH);
    var second = leases.take("w", "b", LENGTH).orElseThrow();

    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(leases.renew(first, LENGTH)).isEmpty();
  }

  @Test
  void renew_keepsTheFenceAndLengthens() {
    var leases = leases();
    var first = leases.take("w", "a", LENGTH).orElseThrow();

    clock.advance(Duration.ofSeconds(20));
    var renewed = leases.renew(first, LENGTH).orElseThrow();

    assertThat(renewed.fence()).isEqualTo(first.fence());
    clock.advance(Duration.ofSeconds(20));
    assertThat(leases.take("w", "b", LENGTH)).isEmpty();
  }

  @Test
  void release_letsTheNextIn_andOnlyItsHolderCan() {
    var leases = leases();
    var first = leases.take("w", "a", LENGTH).orElseThrow();
    leases.release(new Lease("w", "b", first.fence(), first.until()));
    assertThat(leases.take("w", "b", LENGTH)).isEmpty();

    leases.release(first);

    assertThat(leases.take("w", "b", LENGTH)).isPresent();
  }

  @Test
  void take_byManyAtOnce_succeedsOnce() throws Exception {
    var leases = leases();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 16)
              .<Callable<Boolean>>mapToObj(i -> () -> leases.take("w", "h" + i, LENGTH).isPresent())
              .toList();
      long won = threads.invokeAll(tries).stream().filter(f -> f.resultNow()).count();
      assertThat(won).isEqualTo(1);
    }
  }
}
