package org.masterplan.registry.member;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.masterplan.registry.member.app.Erased;

/** Marks in memory. */
final class InMemoryErased implements Erased {
  private final Map<String, Instant> kept = new HashMap<>();

  @Override
  public synchronized void mark(Collection<String> texts, Instant at) {
    texts.forEach(text -> kept.merge(text, at, (a, b) -> a.isAfter(b) ? a : b));
  }

  @Override
  public synchronized Map<String, Instant> marked(Collection<String> texts) {
    var marked = new HashMap<>(kept);
    marked.keySet().retainAll(texts);
    return marked;
  }
}
