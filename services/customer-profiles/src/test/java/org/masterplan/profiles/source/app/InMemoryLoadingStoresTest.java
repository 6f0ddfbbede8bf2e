package org.masterplan.profiles.source.app;

class InMemoryLoadingStoresTest extends LoadingStoresContract {
  @Override
  protected RejectedRows rejectedRows() {
    return new InMemoryLoadingStores.InMemoryRejectedRows();
  }

  @Override
  protected Tombstones tombstones() {
    return new InMemoryLoadingStores.InMemoryTombstones();
  }
}
