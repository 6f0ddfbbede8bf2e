package org.masterplan.profiles.source.app;

class GatheredRecordsTest extends RecordsContract {
  @Override
  protected Records records() {
    return new GatheredRecords(new InMemoryRecords());
  }
}
