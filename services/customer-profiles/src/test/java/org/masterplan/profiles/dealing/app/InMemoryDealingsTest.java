package org.masterplan.profiles.dealing.app;

class InMemoryDealingsTest extends DealingsContract {
  @Override
  protected Dealings dealings() {
    return new InMemoryDealings();
  }
}
