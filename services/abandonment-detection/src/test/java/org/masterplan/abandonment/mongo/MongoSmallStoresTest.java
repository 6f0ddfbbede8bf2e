package org.masterplan.abandonment.mongo;

import com.mongodb.client.MongoDatabase;
import org.masterplan.abandonment.app.Observations;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.app.SmallStoresContract;
import org.masterplan.abandonment.app.Turnouts;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoSmallStoresTest extends SmallStoresContract {
  private final MongoDatabase database = MongoTestServer.database("abandonment");

  @Override
  protected Observations observations() {
    return new MongoObservations(database);
  }

  @Override
  protected RegisteredCommunities registered() {
    return new MongoRegisteredCommunities(database);
  }

  @Override
  protected Turnouts turnouts() {
    return new MongoTurnouts(database);
  }
}
