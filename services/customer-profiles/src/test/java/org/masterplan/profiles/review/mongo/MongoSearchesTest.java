package org.masterplan.profiles.review.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.review.app.Searches;
import org.masterplan.profiles.review.app.SearchesContract;

class MongoSearchesTest extends SearchesContract {
  @Override
  protected Searches searches() {
    return new MongoSearches(MongoTestServer.database("searches"));
  }
}
