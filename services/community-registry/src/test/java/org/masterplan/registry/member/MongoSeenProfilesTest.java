package org.masterplan.registry.member;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.member.app.SeenProfiles;
import org.masterplan.registry.member.mongo.MongoSeenProfiles;

class MongoSeenProfilesTest extends SeenProfilesContract {
  @Override
  SeenProfiles seen() {
    return new MongoSeenProfiles(MongoTestServer.database("seen"));
  }
}
