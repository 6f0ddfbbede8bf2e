package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.registry.member.app.Erased;

/** What every store of marks must do. */
abstract class ErasedContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  abstract Erased erased();

  @Test
  void marked_tellsTheLatestTime_andNothingElse() {
    var erased = erased();
    erased.mark(List.of("communities/me-bim|handle:facebook:lan", "other"), NOW);
    erased.mark(List.of("other"), NOW.plusSeconds(9));
    erased.mark(List.of("other"), NOW.plusSeconds(3));

    assertThat(erased.marked(List.of("other", "unknown")))
        .containsOnly(Map.entry("other", NOW.plusSeconds(9)));
    assertThat(erased.marked(List.of())).isEmpty();
  }
}
