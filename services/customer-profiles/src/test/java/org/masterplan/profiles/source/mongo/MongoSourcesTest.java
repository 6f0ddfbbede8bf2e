package org.masterplan.profiles.source.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.app.SourcesContract;

class MongoSourcesTest extends SourcesContract {
  @Override
  protected Sources sources() {
    var database = MongoTestServer.database("sources");
    CollectionIndexes.create(database, List.of(MongoSources.indexes()));
    return new MongoSources(database);
  }
}
