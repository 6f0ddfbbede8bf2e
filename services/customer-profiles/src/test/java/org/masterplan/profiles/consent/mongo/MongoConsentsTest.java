package org.masterplan.profiles.consent.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.consent.app.ConsentsContract;

class MongoConsentsTest extends ConsentsContract {
  @Override
  protected Consents consents() {
    var database = MongoTestServer.database("consents");
    CollectionIndexes.create(database, List.of(MongoConsents.indexes()));
    return new MongoConsents(database);
  }
}
