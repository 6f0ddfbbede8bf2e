package org.masterplan.profiles.export.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.export.domain.ProfileExport;

/** Exports in memory. */
final class InMemoryExports implements Exports {
  private final Map<String, ProfileExport> all = new HashMap<>();
  private final Map<String, Set<String>> held = new HashMap<>();

  @Override
  public void add(ProfileExport export, AuditEntry entry) {
    if (all.putIfAbsent(export.name().id(), export) != null) {
      throw AlreadyExists.named(export.name().toString());
    }
  }

  @Override
  public void replace(ProfileExport next, AuditEntry entry) {
    var old = all.get(next.name().id());
    if (old == null || old.revision() != next.revision() - 1) {
      throw Stale.named(next.name().toString());
    }
    all.put(next.name().id(), next);
  }

  @Override
  public Optional<ProfileExport> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public void hold(String id, List<String> profiles) {
    held.computeIfAbsent(id, _ -> new HashSet<>()).addAll(profiles);
  }

  @Override
  public Slice<ProfileExport> list(Query query) {
    return ExportFields.queryable().page(all.values(), query);
  }

  @Override
  public boolean holds(String id, Collection<String> profiles) {
    var names = held.getOrDefault(id, Set.of());
    return profiles.stream().anyMatch(names::contains);
  }
}
