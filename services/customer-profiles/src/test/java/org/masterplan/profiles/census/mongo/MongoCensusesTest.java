package org.masterplan.profiles.census.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.census.app.Censuses;
import org.masterplan.profiles.census.app.CensusesContract;

class MongoCensusesTest extends CensusesContract {
  @Override
  protected Censuses censuses() {
    return new MongoCensuses(MongoTestServer.database("censuses"));
  }
}
