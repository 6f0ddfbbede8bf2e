package org.masterplan.profiles.source.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.app.GoneRecordsContract;

class MongoGoneRecordsTest extends GoneRecordsContract {
  @Override
  protected GoneRecords gone() {
    return new MongoGoneRecords(MongoTestServer.database("gone"));
  }
}
