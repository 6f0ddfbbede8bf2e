package org.masterplan.governance.contact.mongo;

import org.masterplan.governance.contact.app.Accounts;
import org.masterplan.governance.contact.app.AccountsContract;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoAccountsTest extends AccountsContract {
  @Override
  protected Accounts accounts() {
    return new MongoAccounts(MongoTestServer.database("governance"));
  }
}
