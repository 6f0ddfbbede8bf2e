package org.masterplan.profiles.privacy.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.privacy.app.Erasures;
import org.masterplan.profiles.privacy.app.ErasuresContract;

class MongoErasuresTest extends ErasuresContract {
  @Override
  protected Erasures erasures() {
    return new MongoErasures(MongoTestServer.database("erasures"));
  }
}
