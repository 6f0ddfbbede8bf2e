package org.masterplan.profiles.source.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.source.domain.Source;

/** Sources in memory. */
public final class InMemorySources implements Sources {
  private final Map<String, Source> all = new ConcurrentHashMap<>();

  @Override
  public Optional<Source> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public void add(Source source, AuditEntry entry) {
    if (all.putIfAbsent(source.name().id(), source) != null) {
      throw AlreadyExists.named(source.name().toString());
    }
  }

  @Override
  public synchronized void replace(Source next, AuditEntry entry) {
    var old = all.get(next.name().id());
    if (old == null || old.revision() != next.revision() - 1) {
      throw Stale.named(next.name().toString());
    }
    all.put(next.name().id(), next);
  }

  @Override
  public Slice<Source> list(Query query) {
    return SourceFields.queryable().page(all.values(), query);
  }

  @Override
  public Map<String, Integer> trust() {
    return all.values().stream()
        .collect(Collectors.toMap(s -> s.name().id(), s -> s.description().trust()));
  }

  @Override
  public Totals totals() {
    return new Totals(
        all.values().stream().collect(Collectors.groupingBy(Source::state, Collectors.counting())));
  }
}
