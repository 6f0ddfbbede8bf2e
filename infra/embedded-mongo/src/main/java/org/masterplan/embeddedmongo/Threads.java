package org.masterplan.embeddedmongo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that may touch the store until they have ended. */
record Threads(List<ExecutorService> executors) {

  /**
   * Whether all have ended, after waiting {@code limit} for them. An interrupt is kept for later.
   */
  boolean ended(Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended && System.nanoTime() < until) {
      try {
        ended = ended(until);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ended;
  }

  private boolean ended(long until) throws InterruptedException {
    for (ExecutorService each : executors) {
      if (!each.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }
}
