package org.masterplan.governance.message.mongo;

import org.masterplan.governance.message.app.Reaches;
import org.masterplan.governance.message.app.ReachesContract;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoReachesTest extends ReachesContract {
  @Override
  protected Reaches reaches() {
    return new MongoReaches(MongoTestServer.database("governance"));
  }
}
