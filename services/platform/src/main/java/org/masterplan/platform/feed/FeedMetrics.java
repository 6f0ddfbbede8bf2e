package org.masterplan.platform.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/**
 * Shows how far behind each feed is ({@code masterplan.feed.lag}, in seconds), and what no repair
 * has mended ({@code masterplan.feed.differing}).
 */
public final class FeedMetrics implements MeterBinder {
  private final List<Follower> followers;

  public FeedMetrics(List<Follower> followers) {
    this.followers = List.copyOf(followers);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var follower : followers) {
      Gauge.builder("masterplan.feed.lag", follower, each -> each.lag().toMillis() / 1000.0)
          .description("How long ago everything of the feed was taken last")
          .baseUnit("seconds")
          .tag("feed", follower.name())
          .register(registry);
      Gauge.builder("masterplan.feed.differing", follower, Follower::differing)
          .description("Buckets that differed from the other service after the last repair")
          .tag("feed", follower.name())
          .register(registry);
    }
  }
}
