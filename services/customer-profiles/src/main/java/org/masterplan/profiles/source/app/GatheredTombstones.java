package org.masterplan.profiles.source.app;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tombstones that are looked for in one command, by whoever asks at one time. */
final class GatheredTombstones implements Tombstones {
  private static final int MOST = 1000;

  private final Tombstones tombstones;
  private final Gathering<Collection<String>, Set<String>> asking;

  GatheredTombstones(Tombstones tombstones) {
    this.tombstones = tombstones;
    this.asking = new Gathering<>(this::all, Collection::size, MOST);
  }

  @Override
  public Set<String> marked(Collection<String> texts) {
    return texts.isEmpty() ? Set.of() : asking.ask(texts);
  }

  private List<Set<String>> all(List<Collection<String>> asked) {
    var texts = new LinkedHashSet<String>();
    asked.forEach(texts::addAll);
    var marked = tombstones.marked(texts);
    return asked.stream()
        .map(some -> some.stream().filter(marked::contains).collect(Collectors.toSet()))
        .toList();
  }

  @Override
  public void mark(Collection<String> texts) {
    tombstones.mark(texts);
  }
}
