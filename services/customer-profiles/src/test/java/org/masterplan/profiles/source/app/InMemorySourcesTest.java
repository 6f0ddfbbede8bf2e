package org.masterplan.profiles.source.app;

class InMemorySourcesTest extends SourcesContract {
  @Override
  protected Sources sources() {
    return new InMemorySources();
  }
}
