package org.masterplan.profiles.connection.app;

import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.connection.domain.Connection;

/** Where connections are kept. Every implementation passes {@code ConnectionsContract}. */
public interface Connections {
  /** What was said about the connection of the source of that id, if anything was. */
  Optional<Connection> find(String source);

  /**
   * Replaces the revision just before this one, where revision 0 is none at all; throws {@code
   * Stale} if it is no longer there.
   */
  void replace(Connection next, AuditEntry entry);
}
