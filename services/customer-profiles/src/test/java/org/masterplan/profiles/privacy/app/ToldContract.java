package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.privacy.domain.Standstill;

/** What every memory of what was told must do. Subclasses supply a fresh, empty one. */
public abstract class ToldContract {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  protected abstract Told told();

  @Test
  void upTo_remembersTheLastOfEachService_andNeverGoesBack() {
    var told = told();
    assertThat(told.upTo("a")).isZero();

    told.upTo("a", 7);
    told.upTo("a", 5);
    told.upTo("b", 2);

    assertThat(told.upTo("a")).isEqualTo(7);
    assertThat(told.upTo("b")).isEqualTo(2);
  }

  @Test
  void standing_isInTheOrderOfTheJournal_andOfEachServiceAlone() {
    var told = told();
    var late = still("a", 12, 0);
    var second = still("a", 3, 1);
    var first = still("a", 3, 0);
    List.of(late, second, first, still("ab", 1, 0), still("a-b", 1, 0)).forEach(told::stand);

    assertThat(told.standing("a")).containsExactly(first, second, late);
    assertThat(told.countStanding("a")).isEqualTo(3);
    assertThat(told.standing("b")).isEmpty();
  }

  @Test
  void stand_again_keepsTheLatest_andGoOn_endsIt() {
    var told = told();
    var move = still("a", 3, 0);
    told.stand(move);
    var refused = move.refused(NOW);
    told.stand(refused);

    assertThat(told.standing("a")).containsExactly(refused);
    told.goOn(refused);
    told.goOn(refused);
    assertThat(told.standing("a")).isEmpty();
  }

  private static Standstill still(String service, long decision, int place) {
    return new Standstill(service, decision, place, "profiles/b", "profiles/a", 0, NOW);
  }
}
