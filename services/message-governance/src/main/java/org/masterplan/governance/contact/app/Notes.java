package org.masterplan.governance.contact.app;

import org.masterplan.kernel.audit.AuditEntry;

/** The audit trail for what changes no document with an outbox of its own. */
@FunctionalInterface
public interface Notes {
  /** Notes what was done to the named resource; safely stored when this returns. */
  void add(String resource, AuditEntry entry);
}
