package org.masterplan.abandonment.mongo;

import java.util.List;
import org.masterplan.abandonment.app.Healths;
import org.masterplan.abandonment.app.HealthsContract;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoHealthsTest extends HealthsContract {
  @Override
  protected Healths fresh() {
    var database = MongoTestServer.database("abandonment");
    CollectionIndexes.create(database, List.of(MongoHealths.indexes()));
    return new MongoHealths(database);
  }
}
