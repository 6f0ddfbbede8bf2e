package org.masterplan.profiles.resolution.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.resolution.app.Resolutions;
import org.masterplan.profiles.resolution.app.ResolutionsContract;

class MongoResolutionsTest extends ResolutionsContract {
  @Override
  protected Resolutions resolutions() {
    return new MongoResolutions(MongoTestServer.database("resolutions"));
  }
}
