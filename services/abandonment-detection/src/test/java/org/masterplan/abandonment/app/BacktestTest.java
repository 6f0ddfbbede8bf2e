package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

@Tag("cap-13")
class BacktestTest {
  private final Backtest backtest =
      new Backtest(
          new Pseudonyms("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void cap013_halfYearly_seesNothingThatCameLater() {
    for (int week = 0; week < 60; week++) {
      act("tra-sua", Instant.parse("2023-02-01T00:00:00Z").plusSeconds(week * 604_800L));
    }
    observed("tra-sua", "2026-07-01");

    var lines = backtest.halfYearly();

    assertThat(lines)
        .extracting(Backtest.Line::cutoff)
        .containsExactly(
            LocalDate.of(2023, 7, 1),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 7, 1),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 7, 1));
    assertThat(lines.get(1).judgement().state()).isEqualTo(Judgement.State.ALIVE);
    assertThat(lines.getLast().judgement().state()).isEqualTo(Judgement.State.GHOST_SHIP);
  }

  @Test
  void halfYearly_withoutAnEndOfObservation_endsWithTheLatestActOfAll() {
    act("mot", Instant.parse("2024-05-01T00:00:00Z"));
    act("hai", Instant.parse("2025-03-01T00:00:00Z"));

    assertThat(backtest.halfYearly())
        .extracting(Backtest.Line::community, line -> line.cutoff().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mot", "2024-07-01"),
            org.assertj.core.groups.Tuple.tuple("mot", "2025-01-01"));
  }

  @Test
  void event_withoutAnAuthor_isRefused() {
    var row =
        new Row.Good(
            2, Map.of("community", "mot", "timestamp", "2024-05-01T00:00:00Z", "kind", "commit"));

    assertThatThrownBy(() -> backtest.event(row)).isInstanceOf(InvalidFields.class);
    assertThat(backtest.halfYearly()).isEmpty();
  }

  private void act(String community, Instant time) {
    backtest.event(
        new Row.Good(
            2,
            Map.of(
                "community",
                community,
                "timestamp",
                time.toString(),
                "author_hash",
                "b1bb084daba9",
                "kind",
                "commit")));
  }

  private void observed(String community, String day) {
    backtest.observed(new Row.Good(2, Map.of("community", community, "snapshot_date", day)));
  }
}
