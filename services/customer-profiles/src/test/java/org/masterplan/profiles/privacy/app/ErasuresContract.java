package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Remainder;

/** What every store of erasures must do. Subclasses supply a fresh, empty one. */
public abstract class ErasuresContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final PersonKeys PERSON =
      new PersonKeys(
          List.of("profiles/a"), List.of("+84901234567"), List.of("a@x.vn"), List.of(), List.of());

  Erasures erasures;

  protected abstract Erasures erasures();

  @BeforeEach
  void fresh() {
    erasures = erasures();
  }

  static Erasure asked() {
    return new Erasure(
        "profiles-1",
        "profiles/a",
        PERSON,
        new Erasure.Asked("lan@privacy", "r", NOW),
        List.of(),
        List.of("x", "y"),
        0,
        List.of());
  }

  @Test
  void find_returnsWhatEachServiceSaid() {
    var done = asked().confirm("x", 2, NOW).confirm("y", 1, NOW.plusSeconds(9));
    erasures.put(asked());
    erasures.put(done);

    assertThat(erasures.find("profiles-1")).contains(done);
    assertThat(done.completedAt()).contains(NOW.plusSeconds(9));
    assertThat(done.confirmed()).containsExactly("x", "y");
  }

  @Test
  void begin_leavesWhatHasBegunAlready() {
    assertThat(erasures.begin(asked())).isEqualTo(asked());
    var half = asked().confirm("x", 2, NOW);
    erasures.put(half);

    assertThat(erasures.begin(asked())).isEqualTo(half);
    assertThat(erasures.find("profiles-1")).contains(half);
  }

  @Test
  void withHandles_asksThoseAgainWhoConfirmedWithoutThem_andAddsUpWhatTheyErased() {
    var half = asked().confirm("x", 2, NOW);
    var more = half.withHandles(List.of("zalo:an"));
    assertThat(more.waiting()).containsExactly("x", "y");
    assertThat(more.confirmed()).isEmpty();
    assertThat(more.withHandles(List.of("zalo:an"))).isEqualTo(more);

    erasures.put(more.confirm("x", 1, NOW).confirm("y", 0, NOW));

    assertThat(erasures.find("profiles-1").orElseThrow().confirmations())
        .containsExactly(
            new Erasure.Confirmation("x", 3, Optional.of(NOW)),
            new Erasure.Confirmation("y", 0, Optional.of(NOW)));
    assertThat(erasures.waiting()).isEmpty();
  }

  @Test
  void withOthers_keepsWhatIsLeft_andForgetsTheHandlesInTheEnd() {
    var others = List.of(new OthersHandle("zalo:an", "profiles/b"));
    var asked = asked().withOthers(others).withOthers(others);
    assertThat(asked.person().others()).containsExactly("zalo:an");
    erasures.put(asked);
    assertThat(erasures.find("profiles-1")).contains(asked);

    erasures.put(asked.confirm("x", 0, NOW).confirm("y", 0, NOW));

    var done = erasures.find("profiles-1").orElseThrow();
    assertThat(done.remainders()).containsExactly(new Remainder("zalo", "profiles/b"));
    assertThat(done.person()).isEqualTo(PersonKeys.NONE);
  }

  @Test
  void waiting_untilEveryServiceHasConfirmed_thenNothingPersonalIsLeft() {
    var asked = asked();
    erasures.put(asked);
    assertThat(erasures.waiting()).containsExactly(asked);

    erasures.put(asked.confirm("x", 2, NOW));
    assertThat(erasures.waiting()).hasSize(1);
    erasures.put(asked.confirm("x", 2, NOW).confirm("y", 1, NOW.plusSeconds(9)));

    assertThat(erasures.waiting()).isEmpty();
    assertThat(erasures.find("profiles-1").orElseThrow().person()).isEqualTo(PersonKeys.NONE);
    assertThat(erasures.find("profiles-1").orElseThrow().erased()).isEqualTo(3);
  }
}
