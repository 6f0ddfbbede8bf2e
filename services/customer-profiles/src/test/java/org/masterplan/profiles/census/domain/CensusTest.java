package org.masterplan.profiles.census.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;

class CensusTest {
  private static final Census DRAWN =
      Census.NONE.drawn(
          new Census.Drawing(Instant.EPOCH, "ha", new Arrivals(4, 4), Map.of(Size.ONE, 1)),
          List.of(Look.drawn("profiles/a", 1), Look.drawn("profiles/b", 3)));

  @Test
  void said_takesThePlaceOfWhatWasSaidBefore_andNothingTakesItBack() {
    var said = DRAWN.said(Map.of("profiles/b", List.of(0, 2)));
    assertThat(said.lookedAt()).containsExactly(new Look("profiles/b", 3, List.of(0, 2)));

    var other = said.said(Map.of("profiles/b", List.of(1), "profiles/a", List.of(0)));
    assertThat(other.lookedAt()).hasSize(2).contains(new Look("profiles/b", 3, List.of(1)));

    assertThat(other.said(Map.of("profiles/b", List.of())).lookedAt()).hasSize(1);
    assertThat(other.revision()).isEqualTo(3);
  }

  @Test
  void said_ofAProfileThatWasNotDrawn_orOfMorePersonsThanRecords_isRefused() {
    assertThatThrownBy(() -> DRAWN.said(Map.of("profiles/c", List.of(0))))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> DRAWN.said(Map.of("profiles/a", List.of(0, 0))))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void sizes_leaveNoNumberOfRecordsOut() {
    for (int records = 1; records < 20; records++) {
      var size = Size.of(records);
      assertThat(records).isBetween(size.least(), size.most());
    }
    assertThat(Size.of(4)).isEqualTo(Size.FEW);
    assertThat(Size.of(5)).isEqualTo(Size.MANY);
  }

  @Test
  void arrivals_countWhoCameAndWhoWent_apart() {
    var then = new Arrivals(100, 90);
    var now = new Arrivals(107, 92);

    assertThat(now.cameSince(then)).isEqualTo(7);
    assertThat(now.wentSince(then)).isEqualTo(5);
  }
}
