package org.masterplan.platform.lease;

/** Somebody else holds the lease now; whoever held it must stop at once. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(Lease lease) {
    super("lease " + lease.name() + " with fence " + lease.fence() + " is lost", null, false, true);
  }
}
