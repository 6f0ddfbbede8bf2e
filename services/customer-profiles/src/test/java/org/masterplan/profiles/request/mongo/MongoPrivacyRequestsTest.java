package org.masterplan.profiles.request.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.request.app.PrivacyRequests;
import org.masterplan.profiles.request.app.PrivacyRequestsContract;

class MongoPrivacyRequestsTest extends PrivacyRequestsContract {
  @Override
  protected PrivacyRequests requests() {
    var database = MongoTestServer.database("requests");
    CollectionIndexes.create(database, List.of(MongoPrivacyRequests.indexes()));
    return new MongoPrivacyRequests(database);
  }
}
