package org.masterplan.platform.lease;

class InMemoryLeasesTest extends LeasesContract {
  Leases leases = new InMemoryLeases(clock);

  @Override
  protected Leases leases() {
    return leases;
  }
}
