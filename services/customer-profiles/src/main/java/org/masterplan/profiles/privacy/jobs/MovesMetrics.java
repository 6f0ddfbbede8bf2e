package org.masterplan.profiles.privacy.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.masterplan.profiles.privacy.app.TellingMoves;

/** Shows how many decisions each follower lacks ({@code masterplan.moves.waiting}). */
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
    }
  }
}
