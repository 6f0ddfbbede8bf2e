package org.masterplan.registry.member;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.member.app.Erased;
import org.masterplan.registry.member.mongo.MongoErased;

class MongoErasedTest extends ErasedContract {
  @Override
  Erased erased() {
    return new MongoErased(MongoTestServer.database("erased"), new byte[32]);
  }
}
