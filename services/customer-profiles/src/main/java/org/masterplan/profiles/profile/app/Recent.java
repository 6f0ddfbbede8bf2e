package org.masterplan.profiles.profile.app;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read at most a second ago: for what is asked hundreds of times a second. While it is
 * read others wait, so that nothing is kept that was read before it was forgotten.
 */
final class Recent<T> {
  private static final long STANDS = Duration.ofSeconds(1).toNanos();

  private final Supplier<T> read;
  private final LongSupplier nanos;
  private @Nullable T last;
  private long readAt;

  /**
   * Nothing is read yet.
   *
   * @param nanos the time, in nanoseconds since whenever
   */
  Recent(Supplier<T> read, LongSupplier nanos) {
    this.read = read;
    this.nanos = nanos;
  }

  synchronized T get() {
    var known = last;
    if (known != null && nanos.getAsLong() - readAt <= STANDS) {
      return known;
    }
    // Before it is read: it is as old as what it may have missed.
    readAt = nanos.getAsLong();
    var now = read.get();
    last = now;
    return now;
  }

  /** Reads anew the next time. */
  synchronized void forget() {
    last = null;
  }
}
