package org.masterplan.profiles.census.app;

class InMemoryCensusesTest extends CensusesContract {
  @Override
  protected Censuses censuses() {
    return new InMemoryCensuses();
  }
}
