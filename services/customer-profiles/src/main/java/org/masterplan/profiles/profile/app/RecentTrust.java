package org.masterplan.profiles.profile.app;

import java.time.Duration;
import java.util.Map;
import org.masterplan.profiles.source.app.Sources;

/**
 * How far sources are trusted, as it was read at most a second ago: cards are written hundreds of
 * times a second, and a card written then stays as it is when the trust changes later.
 */
final class RecentTrust {
  private static final long STANDS = Duration.ofSeconds(1).toNanos();

  private final Sources sources;
  private long readAt;
  private Map<String, Integer> read = Map.of();
  private boolean known;

  RecentTrust(Sources sources) {
    this.sources = sources;
  }

  /** By the source's id. */
  synchronized Map<String, Integer> get() {
    long now = System.nanoTime();
    if (!known || now - readAt > STANDS) {
      read = Map.copyOf(sources.trust());
      readAt = now;
      known = true;
    }
    return read;
  }
}
