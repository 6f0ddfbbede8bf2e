package org.masterplan.profiles.privacy.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.masterplan.profiles.privacy.app.TellingMoves;

/**
 * Shows how many decisions each follower lacks ({@code masterplan.moves.waiting}), and how many
 * moves it refused or that stand behind such a one ({@code masterplan.moves.refused}).
 */
public final class MovesMetrics implements MeterBinder {
  private final TellingMoves moves;

  public MovesMetrics(TellingMoves moves) {
    this.moves = moves;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var service : moves.services()) {
      Gauge.builder("masterplan.moves.waiting", moves, each -> each.waiting(service))
          .description("Decisions about who is whom that the other service was not told yet")
          .tag("to", service)
          .register(registry);
      Gauge.builder("masterplan.moves.refused", moves, each -> each.standing(service))
          .description("Moves of what is held about a person that the other service refused")
          .tag("to", service)
          .register(registry);
    }
  }
}
