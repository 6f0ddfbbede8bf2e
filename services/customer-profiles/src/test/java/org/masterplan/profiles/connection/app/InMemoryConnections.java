package org.masterplan.profiles.connection.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.connection.domain.Connection;

/** Connections in memory. */
public final class InMemoryConnections implements Connections {
  private final Map<String, Connection> all = new HashMap<>();

  @Override
  public synchronized Optional<Connection> find(String source) {
    return Optional.ofNullable(all.get(source));
  }

  @Override
  public synchronized void replace(Connection next, AuditEntry entry) {
    var old = find(next.source().id()).map(Connection::revision).orElse(0L);
    if (old != next.revision() - 1) {
      throw Stale.named(next.name());
    }
    all.put(next.source().id(), next);
  }
}
