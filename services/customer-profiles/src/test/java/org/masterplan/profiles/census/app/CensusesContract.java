package org.masterplan.profiles.census.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.census.domain.Arrivals;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.Size;

/** What every store of the sample must do. Subclasses supply a fresh, empty one. */
public abstract class CensusesContract {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "ha@data", "PEOPLE_SAMPLE_DRAWN", List.of("looks"), "");
  static final Census DRAWN =
      Census.NONE.drawn(
          new Census.Drawing(
              NOW, "ha@data", new Arrivals(12, 11), Map.of(Size.ONE, 5, Size.FEW, 2)),
          List.of(Look.drawn("profiles/a", 1), Look.drawn("profiles/b", 3)));

  Censuses censuses;

  protected abstract Censuses censuses();

  @BeforeEach
  void fresh() {
    censuses = censuses();
  }

  @Test
  void current_isNone_untilOneIsDrawn_andThenWhatWasSaidOfIt() {
    assertThat(censuses.current()).isEqualTo(Census.NONE);

    censuses.replace(DRAWN, ENTRY);
    assertThat(censuses.current()).isEqualTo(DRAWN);

    var said = DRAWN.said(Map.of("profiles/b", List.of(0, 2)));
    censuses.replace(said, ENTRY);
    assertThat(censuses.current()).isEqualTo(said);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    censuses.replace(DRAWN, ENTRY);

    assertThatThrownBy(() -> censuses.replace(DRAWN, ENTRY)).isInstanceOf(Stale.class);
    var said = DRAWN.said(Map.of("profiles/a", List.of(1)));
    censuses.replace(said, ENTRY);
    assertThatThrownBy(() -> censuses.replace(said, ENTRY)).isInstanceOf(Stale.class);
  }
}
