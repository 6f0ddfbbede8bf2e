package org.masterplan.registry.member;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.mongo.MongoMembers;

/** Runs the contract over the driver, with the indexes of production. */
class MongoMembersTest extends MembersContract {
  @Override
  protected Members members() {
    var database = MongoTestServer.database("members");
    CollectionIndexes.create(database, List.of(MongoMembers.indexes()));
    return new MongoMembers(database);
  }
}
