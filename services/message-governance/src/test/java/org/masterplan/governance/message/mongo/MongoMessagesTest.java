package org.masterplan.governance.message.mongo;

import org.masterplan.governance.message.app.Messages;
import org.masterplan.governance.message.app.MessagesContract;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoMessagesTest extends MessagesContract {
  @Override
  protected Messages messages() {
    return new MongoMessages(MongoTestServer.database("governance"));
  }
}
