package org.masterplan.profiles.export.app;

import static java.util.Collections.disjoint;

import java.util.ArrayList;
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
  private final Map<String, List<Held>> held = new HashMap<>();
  private final Map<String, Recalled> recalls = new HashMap<>();

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
  public void hold(String id, List<Held> people) {
    held.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(people);
  }

  @Override
  public Slice<ProfileExport> list(Query query) {
    return ExportFields.queryable().page(all.values(), query);
  }

  @Override
  public Set<String> holding(Collection<String> profiles, Collection<Long> records) {
    var ids = new HashSet<String>();
    held.forEach(
        (id, people) -> {
          if (people.stream().anyMatch(each -> isAmong(each, profiles, records))) {
            ids.add(id);
          }
        });
    return ids;
  }

  private static boolean isAmong(Held each, Collection<String> profiles, Collection<Long> records) {
    return profiles.contains(each.profile()) || !disjoint(each.records(), records);
  }

  @Override
  public void recall(Recalled recalled) {
    recalls.put(recalled.erasure(), recalled);
  }

  @Override
  public Optional<Recalled> recalled(String erasure) {
    return Optional.ofNullable(recalls.get(erasure));
  }

  @Override
  public List<Recalled> recalledAbout(String profile) {
    return recalls.values().stream().filter(r -> r.profiles().contains(profile)).toList();
  }
}
