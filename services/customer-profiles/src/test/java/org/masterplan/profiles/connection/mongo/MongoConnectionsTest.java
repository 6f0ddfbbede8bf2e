package org.masterplan.profiles.connection.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.connection.app.Connections;
import org.masterplan.profiles.connection.app.ConnectionsContract;

class MongoConnectionsTest extends ConnectionsContract {
  @Override
  protected Connections connections() {
    var database = MongoTestServer.database("connections");
    CollectionIndexes.create(database, List.of(MongoConnections.indexes()));
    return new MongoConnections(database);
  }
}
