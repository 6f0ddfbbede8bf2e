package org.masterplan.profiles.profile.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.masterplan.profiles.source.app.Sources;

/**
 * How far sources are trusted, as it was read at most a second ago: cards are written hundreds of
 * times a second, and a card written then stays as it is when the trust changes later. A source
 * that is asked for and was not among them is read for once more.
 */
final class RecentTrust {
  private static final long STANDS = Duration.ofSeconds(1).toNanos();

  private final Sources sources;
  private final LongSupplier nanos;
  private long readAt;
  private final Set<String> untrusted = new HashSet<>();
  private Map<String, Integer> read = Map.of();
  private boolean known;

  /**
   * Nothing is read yet.
   *
   * @param nanos the time, in nanoseconds since whenever
   */
  RecentTrust(Sources sources, LongSupplier nanos) {
    this.sources = sources;
    this.nanos = nanos;
  }

  /** By the source's id; 0 where nothing is known of it. */
  synchronized int of(String source) {
    if (!known || nanos.getAsLong() - readAt > STANDS) {
      read();
    }
    if (!read.containsKey(source) && untrusted.add(source)) {
      read();
    }
    return read.getOrDefault(source, 0);
  }

  /** Reads anew the next time. */
  synchronized void forget() {
    known = false;
  }

  private void read() {
    read = Map.copyOf(sources.trust());
    readAt = nanos.getAsLong();
    known = true;
  }
}
