package org.masterplan.governance.message.app;

class InMemoryReachesTest extends ReachesContract {
  @Override
  protected Reaches reaches() {
    return new InMemoryReaches();
  }
}
