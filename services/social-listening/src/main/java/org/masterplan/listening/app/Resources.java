package org.masterplan.listening.app;

import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.listening.domain.Resource;

/** Where one kind of resource is kept. Every implementation passes {@code ResourcesContract}. */
public interface Resources<T extends Resource> {
  Optional<T> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(T first, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is gone. */
  void replace(T next, AuditEntry entry);

  /** A page, by the resource's {@link Listed}. */
  Slice<T> list(Query query);

  /** Those whose author is that person, by the person's key. */
  List<T> byAuthor(String person);
}
