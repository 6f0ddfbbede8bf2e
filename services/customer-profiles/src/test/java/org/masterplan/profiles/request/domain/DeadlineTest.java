package org.masterplan.profiles.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Instant DUE = Instant.parse("2026-12-03T16:59:59Z");
  private final Deadline clock = Deadline.running("vn-2026", "art. 1", DUE);

  @Test
  void daysLeft_areWhole_andNegativeOnceItIsOver() {
    assertThat(clock.daysLeft(DUE.minus(Duration.ofHours(36)))).isEqualTo(1);
    assertThat(clock.daysLeft(DUE.minus(Duration.ofHours(1)))).isZero();
    assertThat(clock.daysLeft(DUE.plusSeconds(1))).isEqualTo(-1);
    assertThat(clock.stop(DUE).daysLeft(DUE.plusSeconds(1))).isZero();
  }

  @Test
  void overdue_isJudgedByWhenItStopped() {
    var later = DUE.plus(Duration.ofDays(9));

    assertThat(clock.overdue(DUE)).isFalse();
    assertThat(clock.overdue(later)).isTrue();
    assertThat(clock.stop(DUE).overdue(later)).isFalse();
    assertThat(clock.stop(later).stop(DUE).overdue(later)).isTrue();
  }
}
