package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.privacy.domain.Sweep;

/** What every store of sweeps must do. Subclasses supply a fresh, empty one. */
public abstract class SweepsContract {
  static final Instant UNTIL = Instant.parse("2025-11-21T02:00:00Z");

  Sweeps sweeps;

  protected abstract Sweeps sweeps();

  @BeforeEach
  void fresh() {
    sweeps = sweeps();
  }

  @Test
  void left_isWhatBeganAndHasNotEnded() {
    var crm = Sweep.of("crm", 365, UNTIL, List.of(7L, 8L));
    var shop = Sweep.of("shop", 30, UNTIL, List.of(2L));
    sweeps.begin(crm);
    sweeps.begin(crm);
    sweeps.begin(shop);
    assertThat(sweeps.left()).containsExactly(shop, crm);

    sweeps.end(crm);
    sweeps.end(crm);

    assertThat(sweeps.left()).containsExactly(shop);
  }
}
