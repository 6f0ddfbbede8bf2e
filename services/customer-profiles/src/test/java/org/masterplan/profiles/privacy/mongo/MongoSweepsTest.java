package org.masterplan.profiles.privacy.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.privacy.app.Sweeps;
import org.masterplan.profiles.privacy.app.SweepsContract;

class MongoSweepsTest extends SweepsContract {
  @Override
  protected Sweeps sweeps() {
    return new MongoSweeps(MongoTestServer.database("sweeps"));
  }
}
