package org.masterplan.profiles.profile.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.app.RuleBookContract;

class MongoRuleBookTest extends RuleBookContract {
  @Override
  protected RuleBook book() {
    var database = MongoTestServer.database("golden-rules");
    CollectionIndexes.create(database, List.of(MongoRuleBook.indexes()));
    return new MongoRuleBook(database);
  }
}
