package org.masterplan.profiles.snapshot.app;

class InMemoryShelfTest extends ShelfContract {
  @Override
  protected Shelf shelf() {
    return new InMemoryShelf(true);
  }
}
