package org.masterplan.registry.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.registry.resource.app.Changes;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;

/** Resources in memory, for tests of what stands above a store. */
public class InMemoryResources<T> implements Resources<T> {
  private final Map<String, Versioned<T>> stored = new TreeMap<>();
  private final List<String> changed = new ArrayList<>();
  private final Queryable<Versioned<T>> meaning;

  public InMemoryResources(Queryable<Versioned<T>> meaning) {
    this.meaning = meaning;
  }

  @Override
  public synchronized Optional<Versioned<T>> find(String name) {
    return Optional.ofNullable(stored.get(name));
  }

  @Override
  public synchronized void add(String name, T value, AuditEntry entry) {
    if (stored.putIfAbsent(name, new Versioned<>(value, 1)) != null) {
      throw AlreadyExists.named(name);
    }
    changed.add(name);
  }

  @Override
  public synchronized void replace(String name, long seen, T next, AuditEntry entry) {
    var now = stored.get(name);
    if (now == null || now.revision() != seen) {
      throw Stale.named(name);
    }
    stored.put(name, new Versioned<>(next, seen + 1));
    changed.add(name);
  }

  @Override
  public synchronized Slice<Versioned<T>> page(Query query) {
    return meaning.page(stored.values(), query);
  }

  @Override
  public synchronized Changes<T> changes(String token, int limit) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(changed.size(), from + limit);
    var items = changed.subList(from, to).stream().map(stored::get).toList();
    return new Changes<>(items, Integer.toString(to), to < changed.size());
  }
}
