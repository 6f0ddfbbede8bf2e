package org.masterplan.profiles.source.app;

import java.time.Clock;

class InMemoryLoadingStoresTest extends LoadingStoresContract {
  @Override
  protected RejectedRows rejectedRows(Clock clock) {
    return new InMemoryLoadingStores.InMemoryRejectedRows(clock);
  }

  @Override
  protected Tombstones tombstones() {
    return new InMemoryLoadingStores.InMemoryTombstones();
  }
}
