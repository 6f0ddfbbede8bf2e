package org.masterplan.profiles.source.app;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rejected rows and tombstones in memory. */
public final class InMemoryLoadingStores {
  private InMemoryLoadingStores() {}

  /** Rejected rows in memory. */
  public static final class InMemoryRejectedRows implements RejectedRows {
    private final Map<String, Kept> all = new TreeMap<>();

    @Override
    public synchronized long keep(List<Kept> rows) {
      return rows.stream().filter(k -> all.putIfAbsent(key(k), k) == null).count();
    }

    @Override
    public synchronized List<Kept> list(String source, String afterId, int limit) {
      return all.values().stream()
          .filter(k -> k.source().equals(source) && k.id().compareTo(afterId) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized long count(String source) {
      return all.values().stream().filter(k -> k.source().equals(source)).count();
    }

    @Override
    public synchronized long remove(List<Kept> rows) {
      return rows.stream().filter(k -> all.remove(key(k)) != null).count();
    }

    private static String key(Kept kept) {
      return kept.source() + "/" + kept.id();
    }
  }

  /** Tombstones in memory. */
  public static final class InMemoryTombstones implements Tombstones {
    private final Set<String> all = new HashSet<>();

    @Override
    public synchronized Set<String> marked(Collection<String> texts) {
      return texts.stream().filter(all::contains).collect(Collectors.toSet());
    }

    @Override
    public synchronized void mark(Collection<String> texts) {
      all.addAll(texts);
    }
  }
}
