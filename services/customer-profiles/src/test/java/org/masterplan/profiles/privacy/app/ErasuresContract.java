package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.privacy.domain.PersonKeys;

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

  @Test
  void waiting_untilEveryServiceHasConfirmed_thenNothingPersonalIsLeft() {
    var asked =
        new Erasure("profiles-1", "profiles/a", PERSON, "r", List.of(), List.of("x", "y"), 0, NOW);
    erasures.put(asked);
    assertThat(erasures.waiting()).containsExactly(asked);

    erasures.put(asked.confirm("x", 2));
    assertThat(erasures.waiting()).hasSize(1);
    erasures.put(asked.confirm("x", 2).confirm("y", 1));

    assertThat(erasures.waiting()).isEmpty();
    assertThat(erasures.find("profiles-1").orElseThrow().person()).isEqualTo(PersonKeys.NONE);
    assertThat(erasures.find("profiles-1").orElseThrow().erased()).isEqualTo(3);
  }
}
