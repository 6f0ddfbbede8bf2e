package org.masterplan.profiles.source.app;

class InMemoryRecordsTest extends RecordsContract {
  @Override
  protected Records records() {
    return new InMemoryRecords();
  }
}
