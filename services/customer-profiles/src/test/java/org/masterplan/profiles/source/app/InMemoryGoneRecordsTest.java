package org.masterplan.profiles.source.app;

class InMemoryGoneRecordsTest extends GoneRecordsContract {
  @Override
  protected GoneRecords gone() {
    return new InMemoryGoneRecords();
  }
}
