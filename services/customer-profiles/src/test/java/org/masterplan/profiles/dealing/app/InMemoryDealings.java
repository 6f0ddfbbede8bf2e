package org.masterplan.profiles.dealing.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.masterplan.profiles.dealing.domain.Dealing;

/** Dealings in memory. */
final class InMemoryDealings implements Dealings {
  private final Map<String, Dealing> all = new TreeMap<>();
  private final Map<String, Instant> brought = new TreeMap<>();

  @Override
  public Written add(Collection<Dealing> dealings, Instant at) {
    var last = new LinkedHashMap<String, Dealing>();
    dealings.forEach(dealing -> last.put(dealing.id(), dealing));
    last.values().removeIf(d -> brought.getOrDefault(d.id(), at).isAfter(at));
    last.keySet().forEach(id -> brought.put(id, at));
    long added = last.values().stream().filter(d -> all.putIfAbsent(d.id(), d) == null).count();
    return new Written(added, last.values().stream().filter(this::changes).count());
  }

  private boolean changes(Dealing said) {
    var subject = all.getOrDefault(said.id(), said).subject();
    var now = new Dealing(said.id(), subject, said.time(), said.deed());
    return !now.equals(all.put(said.id(), now));
  }

  @Override
  public List<Dealing> about(Collection<String> subjects) {
    return all.values().stream()
        .filter(d -> subjects.contains(d.subject()))
        .sorted(Comparator.comparing(Dealing::time).reversed().thenComparing(Dealing::id))
        .toList();
  }

  @Override
  public void each(String community, Instant since, Consumer<Dealing> use) {
    all.values().stream()
        .filter(d -> !d.time().isBefore(since))
        .filter(d -> d.deed() instanceof Dealing.Deed.Act(var where, _) && where.equals(community))
        .forEach(use);
  }

  @Override
  public void subjects(boolean orders, Consumer<String> use) {
    all.values().stream()
        .filter(
            d ->
                orders
                    ? d.deed() instanceof Dealing.Deed.Order
                    : d.deed() instanceof Dealing.Deed.Act)
        .forEach(d -> use.accept(d.subject()));
  }

  @Override
  public long erase(Collection<String> subjects) {
    int before = all.size();
    all.values().removeIf(d -> subjects.contains(d.subject()));
    brought.keySet().retainAll(all.keySet());
    return before - all.size();
  }
}
