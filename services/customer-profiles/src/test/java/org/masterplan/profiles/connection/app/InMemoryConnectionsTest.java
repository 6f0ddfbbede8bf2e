package org.masterplan.profiles.connection.app;

class InMemoryConnectionsTest extends ConnectionsContract {
  @Override
  protected Connections connections() {
    return new InMemoryConnections();
  }
}
