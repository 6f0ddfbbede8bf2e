package org.masterplan.profiles.privacy.app;

class InMemoryErasuresTest extends ErasuresContract {
  @Override
  protected Erasures erasures() {
    return new InMemoryErasures();
  }
}
