package org.masterplan.profiles.privacy.app;

class InMemorySweepsTest extends SweepsContract {
  @Override
  protected Sweeps sweeps() {
    return new InMemorySweeps();
  }
}
