package org.masterplan.profiles.dealing.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.DealingsContract;

class MongoDealingsTest extends DealingsContract {
  @Override
  protected Dealings dealings() {
    var database = MongoTestServer.database("dealings");
    CollectionIndexes.create(database, List.of(MongoDealings.indexes()));
    return new MongoDealings(database);
  }
}
