package org.masterplan.profiles.profile.app;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.masterplan.profiles.source.app.Sources;

/**
 * How far sources are trusted, as it was read at most a second ago: cards are written hundreds of
 * times a second, and a card written then stays as it is when the trust changes later. A source
 * that is asked for and was not among them is read for once more.
 */
final class RecentTrust {
  private final Recent<Map<String, Integer>> trust;
  private final Set<String> untrusted = ConcurrentHashMap.newKeySet();

  /**
   * Nothing is read yet.
   *
   * @param nanos the time, in nanoseconds since whenever
   */
  RecentTrust(Sources sources, LongSupplier nanos) {
    this.trust = new Recent<>(() -> Map.copyOf(sources.trust()), nanos);
  }

  /** By the source's id; 0 where nothing is known of it. */
  int of(String source) {
    var known = trust.get().get(source);
    if (known == null && untrusted.add(source)) {
      trust.forget();
      known = trust.get().get(source);
    }
    return known == null ? 0 : known;
  }

  /** Reads anew the next time. */
  void forget() {
    trust.forget();
  }
}
