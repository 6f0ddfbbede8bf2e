package org.masterplan.profiles.privacy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.privacy.domain.Standstill;

class MovesAlarmTest {
  private static final Instant MORNING = Instant.parse("2026-11-20T17:30:00Z");

  private final TestClock clock = TestClock.at(MORNING);
  private final ArrayList<String> told = new ArrayList<>();
  private final Tidings tidings = tiding -> told.add(tiding.occasion());
  private final MovesAlarm alarm = new MovesAlarm(tidings, clock, ZoneId.of("Asia/Ho_Chi_Minh"));

  /** Half past midnight there is still the day before in UTC. */
  @Test
  void refused_isOneOccasionADay_ofTheInstallationsDays() {
    refuse();
    clock.advance(Duration.ofHours(23));
    refuse();
    clock.advance(Duration.ofMinutes(31));
    refuse();

    assertThat(told)
        .containsExactly(
            "moves-refused-message-governance-2026-11-21",
            "moves-refused-message-governance-2026-11-21",
            "moves-refused-message-governance-2026-11-22");
  }

  private void refuse() {
    alarm.refused(
        new Standstill("message-governance", 7, 0, "profiles/a", "profiles/b", 1, MORNING),
        "INVALID_ARGUMENT");
  }
}
