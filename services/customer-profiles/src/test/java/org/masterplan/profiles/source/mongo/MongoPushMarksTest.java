package org.masterplan.profiles.source.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.PushMarksContract;

class MongoPushMarksTest extends PushMarksContract {
  @Override
  protected PushMarks marks() {
    return new MongoPushMarks(MongoTestServer.database("pushMarks"));
  }
}
