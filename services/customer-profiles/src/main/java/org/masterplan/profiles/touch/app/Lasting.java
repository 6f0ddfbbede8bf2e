package org.masterplan.profiles.touch.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out is answered again for a while. While it is found out anew, others are answered
 * what was known last; only before anything is known do they wait. What is known of one question
 * keeps nobody waiting who asks another. What failed is not kept.
 */
public final class Lasting<K, V> {
  /** So many questions are remembered; beyond, what was not asked for longest is forgotten. */
  static final int MOST = 100;

  private final Map<K, Slot> slots = new LinkedHashMap<>(MOST, .75f, true);
  private final Function<V, Duration> stands;
  private final Clock clock;

  /** {@code stands}: for how long an answer is given again. */
  public Lasting(Function<V, Duration> stands, Clock clock) {
    this.stands = stands;
    this.clock = clock;
  }

  /** What is known of it; found out if that is too old. */
  public V of(K asked, Supplier<V> finding) {
    return slot(asked).of(finding);
  }

  private synchronized Slot slot(K asked) {
    var slot = slots.computeIfAbsent(asked, _ -> new Slot());
    if (slots.size() > MOST) {
      slots.remove(slots.keySet().iterator().next());
    }
    return slot;
  }

  private record Known<A>(A value, Instant until) {}

  private final class Slot {
    private final ReentrantLock finding = new ReentrantLock();
    private volatile @Nullable Known<V> latest;

    V of(Supplier<V> found) {
      var known = latest;
      if (known != null && (isFresh(known) || finding.isLocked())) {
        return known.value();
      }
      finding.lock();
      try {
        return anew(found);
      } finally {
        finding.unlock();
      }
    }

    /** Somebody else may have found it out just before. */
    private V anew(Supplier<V> found) {
      var known = latest;
      if (known != null && isFresh(known)) {
        return known.value();
      }
      var value = found.get();
      latest = new Known<>(value, clock.instant().plus(stands.apply(value)));
      return value;
    }

    private boolean isFresh(Known<V> known) {
      return clock.instant().isBefore(known.until());
    }
  }
}
