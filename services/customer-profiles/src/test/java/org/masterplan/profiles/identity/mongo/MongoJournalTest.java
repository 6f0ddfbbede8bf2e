package org.masterplan.profiles.identity.mongo;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.app.JournalContract;

class MongoJournalTest extends JournalContract {
  @Override
  protected Journal journal() {
    return new MongoJournal(MongoTestServer.database("journal"));
  }
}
