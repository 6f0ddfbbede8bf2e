package org.masterplan.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.TestClock;

class LeasingTest {
  static final Duration LENGTH = Duration.ofMinutes(1);

  TestClock clock = TestClock.at(Instant.parse("2026-11-21T02:00:00Z"));
  Leases leases = new InMemoryLeases(clock);
  Leasing leasing = new Leasing(leases, "a", LENGTH, clock);

  @Test
  void run_doesTheWorkAndGivesTheLeaseBack() {
    var fences = new ArrayList<Long>();

    assertThat(leasing.run("w", held -> fences.add(held.fence()))).isTrue();
    assertThat(leasing.run("w", held -> fences.add(held.fence()))).isTrue();

    assertThat(fences).containsExactly(1L, 2L);
  }

  @Test
  void run_whileAnotherHolds_doesNothing() {
    leases.take("w", "b", LENGTH);

    assertThat(leasing.run("w", held -> {})).isFalse();
  }

  @Test
  void check_afterTheLeaseEnded_stopsTheWork() {
    boolean done =
        leasing.run(
            "w",
            held -> {
              clock.advance(LENGTH);
              leases.take("w", "b", LENGTH);
              held.check();
            });

    assertThat(done).isFalse();
  }
}
