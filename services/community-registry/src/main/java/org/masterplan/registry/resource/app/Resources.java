package org.masterplan.registry.resource.app;

import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;

/**
 * Where resources of one kind are kept, by full name. Every implementation passes {@code
 * ResourcesContract}.
 */
public interface Resources<T> {
  /** The resource of that full name, whatever its state. */
  Optional<Versioned<T>> find(String name);

  /**
   * Stores revision 1, with its audit entry. Throws {@code AlreadyExists} if the name was ever
   * used.
   */
  void add(String name, T value, AuditEntry entry);

  /**
   * Stores the revision after {@code seen}, with its audit entry. Throws {@code Stale} if {@code
   * seen} is no longer what is stored.
   */
  void replace(String name, long seen, T next, AuditEntry entry);

  /** One page of a list, with the meaning of {@code kernel.query.Queryable}. */
  Slice<Versioned<T>> page(Query query);

  /**
   * What changed after {@code token} (empty: from the beginning), in the store's order. A resource
   * may appear again; applying it twice must be harmless.
   */
  Changes<T> changes(String token, int limit);
}
