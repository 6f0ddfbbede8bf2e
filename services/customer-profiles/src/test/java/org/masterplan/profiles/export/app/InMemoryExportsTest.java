package org.masterplan.profiles.export.app;

class InMemoryExportsTest extends ExportsContract {
  @Override
  protected Exports exports() {
    return new InMemoryExports();
  }
}
