package org.masterplan.profiles.resolution.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Resolutions in memory. */
public final class InMemoryResolutions implements Resolutions {
  public final List<AuditEntry> entries = new ArrayList<>();

  /** Happens just before one is added. */
  Runnable amidAdding = () -> {};

  private final Map<String, Resolution> all = new HashMap<>();

  synchronized void hold(Resolution resolution) {
    all.put(resolution.name().id(), resolution);
  }

  List<String> acts() {
    return entries.stream().map(AuditEntry::act).toList();
  }

  @Override
  public synchronized Optional<Resolution> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized void add(Resolution resolution, AuditEntry entry) {
    amidAdding.run();
    if (all.putIfAbsent(resolution.name().id(), resolution) != null) {
      throw AlreadyExists.named(resolution.name().toString());
    }
    entries.add(entry);
  }

  @Override
  public synchronized void replace(Resolution next, AuditEntry entry) {
    var old = all.get(next.name().id());
    if (old == null || old.revision() != next.revision() - 1) {
      throw Stale.named(next.name().toString());
    }
    all.put(next.name().id(), next);
    entries.add(entry);
  }

  @Override
  public synchronized Slice<Resolution> list(Query query) {
    return ResolutionFields.queryable().page(all.values(), query);
  }
}
