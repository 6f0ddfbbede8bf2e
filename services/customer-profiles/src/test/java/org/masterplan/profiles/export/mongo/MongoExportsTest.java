package org.masterplan.profiles.export.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.export.app.ExportsContract;

class MongoExportsTest extends ExportsContract {
  @Override
  protected Exports exports() {
    var database = MongoTestServer.database("exports");
    CollectionIndexes.create(
        database,
        List.of(MongoExports.indexes(), MongoExports.heldIndexes(), MongoExports.recallIndexes()));
    return new MongoExports(database);
  }
}
