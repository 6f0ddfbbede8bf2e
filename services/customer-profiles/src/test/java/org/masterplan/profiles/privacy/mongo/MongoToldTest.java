package org.masterplan.profiles.privacy.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.privacy.app.Told;
import org.masterplan.profiles.privacy.app.ToldContract;

class MongoToldTest extends ToldContract {
  @Override
  protected Told told() {
    return new MongoTold(MongoTestServer.database("told"));
  }
}
