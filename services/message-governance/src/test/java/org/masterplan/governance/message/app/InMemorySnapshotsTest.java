package org.masterplan.governance.message.app;

class InMemorySnapshotsTest extends SnapshotsContract {
  @Override
  protected Snapshots snapshots() {
    return new InMemorySnapshots();
  }
}
