package org.masterplan.listening.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.listening.domain.Resource;

/** Where one kind of resource is kept. Every implementation passes {@code ResourcesContract}. */
public interface Resources<T extends Resource> {
  Optional<T> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(T first, AuditEntry entry);

  /** Those of these ids that were ever used. */
  Set<String> known(Collection<String> ids);

  /**
   * Stores first revisions together, each by itself whole; answers the ids that were used before,
   * under which nothing changed.
   */
  Set<String> addAll(Collection<T> firsts, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is gone. */
  void replace(T next, AuditEntry entry);

  /** A page, by the resource's {@link Listed}. */
  Slice<T> list(Query query);

  /** How many the filter names, by the resource's {@link Listed}. */
  long count(Filter filter);

  /** What changed after a token, in the store's order; an empty token starts at the beginning. */
  Changes<T> changes(String token, int limit);

  /** One step of the change feed; {@code more}: another step would find something now. */
  record Changes<T>(List<T> items, String token, boolean more) {}

  /** Those whose author is that person, by the person's key or by a handle on any platform. */
  List<T> byAuthor(String person);
}
