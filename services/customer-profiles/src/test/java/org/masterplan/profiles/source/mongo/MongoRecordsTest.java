package org.masterplan.profiles.source.mongo;

import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RecordsContract;

class MongoRecordsTest extends RecordsContract {
  @Override
  protected Records records() {
    var database = MongoTestServer.database("records");
    CollectionIndexes.create(database, MongoRecords.indexes());
    return new MongoRecords(database);
  }
}
