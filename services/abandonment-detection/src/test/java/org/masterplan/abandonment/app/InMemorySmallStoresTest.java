package org.masterplan.abandonment.app;

class InMemorySmallStoresTest extends SmallStoresContract {
  @Override
  protected Observations observations() {
    return new InMemoryObservations();
  }

  @Override
  protected RegisteredCommunities registered() {
    return new InMemoryRegisteredCommunities();
  }

  @Override
  protected Turnouts turnouts() {
    return new InMemoryTurnouts();
  }
}
