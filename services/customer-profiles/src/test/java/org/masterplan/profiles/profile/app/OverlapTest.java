package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.census.domain.Inflation;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.profile.domain.Card;

class OverlapTest {
  private static final People UNSURE = new People(0, Optional.empty(), 0, Optional.empty());

  private final InMemoryCards cards = new InMemoryCards();
  private final Overlap overlap = new Overlap(cards, Clock.systemUTC());

  private void known(String name, String... sources) {
    var facts =
        new Card.Facts(
            "", List.of(), 0, "", "", List.of(sources), sources.length, List.of(), Instant.EPOCH);
    cards.put(List.of(new Card("profiles/" + name, 1, new Card.Standing.Live(), facts)));
  }

  /** By hand: crm 3, shop 2, web 1; 6 in all of 3 people. */
  @Test
  void matrix_isWhatAHandCounts() {
    known("a", "crm", "shop", "web");
    known("b", "crm", "shop");
    known("c", "crm");
    cards.put(List.of(Card.gone("profiles/d", 1)));

    var matrix = overlap.matrix();

    assertThat(matrix.profiles()).isEqualTo(3);
    assertThat(matrix.rows())
        .containsExactly(
            new Overlap.Row("crm", 3, 1, List.of(3L, 2L, 1L)),
            new Overlap.Row("shop", 2, 0, List.of(2L, 2L, 1L)),
            new Overlap.Row("web", 1, 0, List.of(1L, 1L, 1L)));
    assertThat(matrix.inflation(UNSURE).value()).isCloseTo(2, within(1e-9));
  }

  @Test
  void inflation_whereTheNumberOfPeopleIsKnown_isByThem_withItsInterval() {
    known("a", "crm", "shop");
    known("b", "crm", "shop");
    var bounds = new People.Bounds(OptionalLong.of(1), 1, 2);
    var people = new People(2, Optional.of(bounds), 40, Optional.of(Instant.EPOCH));

    assertThat(overlap.matrix().inflation(people))
        .isEqualTo(new Inflation(4, Optional.of(new Inflation.Range(2, 4))));
  }

  @Test
  void matrix_ofNobody_isEmpty() {
    assertThat(overlap.matrix().rows()).isEmpty();
    assertThat(overlap.matrix().inflation(UNSURE).value()).isZero();
  }
}
