package org.masterplan.profiles.dealing.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.masterplan.profiles.dealing.domain.Dealing;

/** Dealings in memory. */
final class InMemoryDealings implements Dealings {
  private final Map<String, Dealing> all = new TreeMap<>();

  @Override
  public long add(Collection<Dealing> dealings) {
    return dealings.stream().filter(d -> all.putIfAbsent(d.id(), d) == null).count();
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
    return before - all.size();
  }
}
