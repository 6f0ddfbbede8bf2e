package org.masterplan.abandonment.mongo;

import java.util.List;
import org.masterplan.abandonment.app.RescueCases;
import org.masterplan.abandonment.app.RescueCasesContract;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoRescueCasesTest extends RescueCasesContract {
  @Override
  protected RescueCases fresh() {
    var database = MongoTestServer.database("abandonment");
    CollectionIndexes.create(database, List.of(MongoRescueCases.indexes()));
    return new MongoRescueCases(database);
  }
}
