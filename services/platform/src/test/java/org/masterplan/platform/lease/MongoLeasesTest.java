package org.masterplan.platform.lease;

import org.masterplan.platform.testkit.MongoTestServer;

class MongoLeasesTest extends LeasesContract {
  Leases leases = new MongoLeases(MongoTestServer.database("leases"), clock);

  @Override
  protected Leases leases() {
    return leases;
  }
}
