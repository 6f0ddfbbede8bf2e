package org.masterplan.abandonment.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.call.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does the service's rounds, one after another, from start to stop. */
public final class Watch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);
  private static final Duration FIRST = Duration.ofSeconds(2);

  private final List<Round> rounds;
  private volatile @Nullable ScheduledExecutorService executor;

  /** Something done again and again. */
  public record Round(String name, Duration every, Runnable work) {}

  public Watch(List<Round> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor();
    executor = started;
    for (var round : rounds) {
      var unused =
          started.scheduleWithFixedDelay(
              () -> keep(round), FIRST.toMillis(), round.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    var stopped = executor;
    if (stopped != null) {
      stopped.shutdownNow();
    }
    executor = null;
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  private static void keep(Round round) {
    try {
      Caller.runAsService("abandonment-detection", round.work());
    } catch (RuntimeException e) {
      // The next round tries again; one that throws would never be called again.
      log.warn("round {} failed: {}", round.name(), e.getClass().getSimpleName());
    }
  }
}
