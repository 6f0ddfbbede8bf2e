package org.masterplan.profiles.identity.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Roster;

/** Asks identity all the time, and keeps how long it waited at most. */
final class Waits implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Thread asking;
  private volatile boolean over;
  private volatile long longest;

  Waits(Identity identity) {
    asking = Thread.ofPlatform().start(() -> ask(identity));
  }

  private void ask(Identity identity) {
    while (!over) {
      long began = System.nanoTime();
      identity.<Integer>ask(Roster::liveRecords);
      longest = Math.max(longest, System.nanoTime() - began);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Seconds. */
  double longest() {
    return longest / 1e9;
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    asking.join();
  }
}
