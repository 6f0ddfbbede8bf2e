package org.masterplan.registry.community;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.mongo.MongoCommunities;

/** Runs the contract over the driver, with the indexes of production. */
class MongoCommunitiesTest extends CommunitiesContract {
  @Override
  protected Communities communities() {
    var database = MongoTestServer.database("registry");
    CollectionIndexes.create(database, List.of(MongoCommunities.indexes()));
    return new MongoCommunities(database);
  }
}
