package org.masterplan.governance.message.mongo;

import org.masterplan.governance.message.app.Snapshots;
import org.masterplan.governance.message.app.SnapshotsContract;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoSnapshotsTest extends SnapshotsContract {
  @Override
  protected Snapshots snapshots() {
    return new MongoSnapshots(
        MongoTestServer.database("governance"), () -> java.util.UUID.randomUUID().toString());
  }
}
