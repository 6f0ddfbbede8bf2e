package org.masterplan.profiles.privacy.app;

class InMemoryToldTest extends ToldContract {
  @Override
  protected Told told() {
    return new InMemoryTold();
  }
}
