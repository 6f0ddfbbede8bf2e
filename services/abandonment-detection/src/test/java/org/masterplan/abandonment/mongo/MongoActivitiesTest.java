package org.masterplan.abandonment.mongo;

import java.util.List;
import org.masterplan.abandonment.app.Activities;
import org.masterplan.abandonment.app.ActivitiesContract;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoActivitiesTest extends ActivitiesContract {
  @Override
  protected Activities fresh() {
    var database = MongoTestServer.database("abandonment");
    CollectionIndexes.create(
        database, List.of(MongoActivities.eventIndexes(), MongoActivities.totalIndexes()));
    return new MongoActivities(database);
  }
}
