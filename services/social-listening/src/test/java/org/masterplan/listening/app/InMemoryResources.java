package org.masterplan.listening.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.Resource;

/** One kind of resource in memory. */
public final class InMemoryResources<T extends Resource> implements Resources<T> {
  private final Map<String, T> kept = new LinkedHashMap<>();
  private final List<String> written = new ArrayList<>();
  private final Listed<T> listed;
  private boolean failing;
  private Runnable behind = () -> {};

  public InMemoryResources(Listed<T> listed) {
    this.listed = listed;
  }

  @Override
  public synchronized Optional<T> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public synchronized void add(T first, AuditEntry entry) {
    if (kept.putIfAbsent(first.id(), first) != null) {
      throw AlreadyExists.named(first.id());
    }
    written.add(first.id());
  }

  @Override
  public synchronized Set<String> known(Collection<String> ids) {
    return ids.stream().filter(kept::containsKey).collect(Collectors.toSet());
  }

  /** The next {@code addAll} stores nothing, as if the process had ended before it. */
  public synchronized void failNext() {
    failing = true;
  }

  @Override
  public synchronized Set<String> addAll(Collection<T> firsts, AuditEntry entry) {
    if (failing) {
      failing = false;
      throw new IllegalStateException("broken off");
    }
    var used = known(firsts.stream().map(Resource::id).toList());
    firsts.stream().filter(first -> !used.contains(first.id())).forEach(f -> add(f, entry));
    return used;
  }

  @Override
  public synchronized void replace(T next, AuditEntry entry) {
    var before = kept.get(next.id());
    if (before == null || before.revision() != next.revision() - 1) {
      throw Stale.named(next.id());
    }
    kept.put(next.id(), next);
    written.add(next.id());
  }

  /** The next time what changed is read, this happens right after. */
  public synchronized void onceRead(Runnable happens) {
    behind = happens;
  }

  @Override
  public synchronized Changes<T> changes(String token, int limit) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(written.size(), from + limit);
    // What was written again later is told at its later place.
    var items =
        IntStream.range(from, to)
            .filter(i -> written.lastIndexOf(written.get(i)) == i)
            .mapToObj(i -> kept.get(written.get(i)))
            .toList();
    var step = new Changes<>(items, "" + to, to < written.size());
    var happens = behind;
    behind = () -> {};
    happens.run();
    return step;
  }

  @Override
  public synchronized Slice<T> list(Query query) {
    return listed.queryable().page(kept.values(), query);
  }

  @Override
  public synchronized long count(Filter filter) {
    return kept.values().stream().filter(t -> listed.queryable().matches(filter, t)).count();
  }

  @Override
  public synchronized List<T> byAuthor(String person) {
    return kept.values().stream()
        .filter(t -> listed.authors().apply(t).stream().anyMatch(k -> Handles.isOf(person, k)))
        .toList();
  }
}
