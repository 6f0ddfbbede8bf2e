package org.masterplan.registry.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.registry.member.app.Seats;

/** Places in memory. */
final class InMemorySeats implements Seats {
  private final Map<String, Set<String>> holders = new HashMap<>();

  @Override
  public synchronized void open(String community, Supplier<Collection<String>> first) {
    holders.computeIfAbsent(community, c -> new HashSet<>(first.get()));
  }

  @Override
  public synchronized boolean take(String community, String member, int places) {
    var taken = holders.getOrDefault(community, Set.of());
    return taken.contains(member) || (taken.size() < places && taken.add(member));
  }

  @Override
  public synchronized void release(String community, String member) {
    if (holders.containsKey(community)) {
      holders.get(community).remove(member);
    }
  }
}
