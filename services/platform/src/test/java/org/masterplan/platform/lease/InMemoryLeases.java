package org.masterplan.platform.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases of one JVM, for tests. */
public final class InMemoryLeases implements Leases {
  private final Map<String, Lease> leases = new HashMap<>();
  private final Clock clock;

  public InMemoryLeases(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Lease> take(String name, String holder, Duration length) {
    var now = clock.instant();
    var last = leases.getOrDefault(name, new Lease(name, "", 0, Instant.EPOCH));
    if (last.until().isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(put(new Lease(name, holder, last.fence() + 1, now.plus(length))));
  }

  @Override
  public synchronized Optional<Lease> renew(Lease lease, Duration length) {
    return isHeld(lease)
        ? Optional.of(put(until(lease, clock.instant().plus(length))))
        : Optional.empty();
  }

  @Override
  public synchronized void release(Lease lease) {
    if (isHeld(lease)) {
      put(until(lease, Instant.EPOCH));
    }
  }

  private boolean isHeld(Lease lease) {
    var last = leases.get(lease.name());
    return last != null && last.holder().equals(lease.holder()) && last.fence() == lease.fence();
  }

  private Lease put(Lease lease) {
    leases.put(lease.name(), lease);
    return lease;
  }

  private static Lease until(Lease lease, Instant until) {
    return new Lease(lease.name(), lease.holder(), lease.fence(), until);
  }
}
