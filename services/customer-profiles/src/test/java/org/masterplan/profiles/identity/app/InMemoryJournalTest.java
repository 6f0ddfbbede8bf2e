package org.masterplan.profiles.identity.app;

class InMemoryJournalTest extends JournalContract {
  @Override
  protected Journal journal() {
    return new InMemoryJournal();
  }
}
