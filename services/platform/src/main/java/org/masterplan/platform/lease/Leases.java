package org.masterplan.platform.lease;

import java.time.Duration;
import java.util.Optional;

/** Where leases are kept. Every implementation passes {@code LeasesContract}. */
public interface Leases {
  /** Takes the lease if nobody holds it, with the next fencing number; empty if somebody does. */
  Optional<Lease> take(String name, String holder, Duration length);

  /** Lengthens a lease; empty if it was taken by somebody else in between. */
  Optional<Lease> renew(Lease lease, Duration length);

  /** Gives a lease back before its time; nothing happens if it is no longer held. */
  void release(Lease lease);
}
