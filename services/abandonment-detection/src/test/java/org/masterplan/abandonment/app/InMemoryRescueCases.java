package org.masterplan.abandonment.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** Rescue cases in memory. */
public final class InMemoryRescueCases implements RescueCases {
  private final Map<String, RescueCase> kept = new LinkedHashMap<>();

  @Override
  public synchronized Optional<RescueCase> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public synchronized void add(RescueCase opened, AuditEntry entry) {
    if (kept.putIfAbsent(opened.id(), opened) != null) {
      throw AlreadyExists.named(opened.name());
    }
  }

  @Override
  public synchronized void replace(RescueCase next, AuditEntry entry) {
    var before = kept.get(next.id());
    if (before == null || before.revision() != next.revision() - 1) {
      throw Stale.named(next.name());
    }
    kept.put(next.id(), next);
  }

  @Override
  public synchronized Slice<RescueCase> list(Query query) {
    return RescueCaseFields.QUERYABLE.page(kept.values(), query);
  }
}
