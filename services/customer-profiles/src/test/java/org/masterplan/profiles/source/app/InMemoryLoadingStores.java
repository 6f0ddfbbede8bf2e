package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.RowWords;

/** Rejected rows and tombstones in memory. */
public final class InMemoryLoadingStores {
  private InMemoryLoadingStores() {}

  /** Rejected rows in memory. */
  public static final class InMemoryRejectedRows implements RejectedRows {
    /** Happens before any rows are kept. */
    public Runnable beforeKeep = () -> {};

    private final Map<String, Kept> all = new TreeMap<>();
    private final Map<String, Instant> expiry = new HashMap<>();
    private final Clock clock;

    public InMemoryRejectedRows(Clock clock) {
      this.clock = clock;
    }

    @Override
    public synchronized long keep(List<Kept> rows) {
      beforeKeep.run();
      return rows.stream().filter(this::isNew).count();
    }

    private boolean isNew(Kept kept) {
      expiry.putIfAbsent(key(kept), clock.instant().plus(Rejects.KEPT));
      return kept.row().values().isEmpty()
          ? all.put(key(kept), kept) == null
          : all.putIfAbsent(key(kept), kept) == null;
    }

    @Override
    public synchronized void retell(Kept was, Row.Bad now) {
      var told = new Kept(was.id(), was.source(), was.load(), now, was.place());
      all.computeIfPresent(
          key(was), (_, old) -> old.row().reason().equals(was.row().reason()) ? told : old);
    }

    @Override
    public synchronized List<Kept> speakingOf(Collection<String> keys) {
      return found(RowWords.ofKeys(keys));
    }

    @Override
    public synchronized List<Kept> withCell(Collection<String> texts) {
      return found(RowWords.ofCells(texts));
    }

    @Override
    public synchronized List<Kept> naming(Collection<String> handles) {
      return found(RowWords.ofHandleCells(handles));
    }

    private List<Kept> found(List<String> words) {
      return all.values().stream()
          .filter(k -> RowWords.of(k.row()).stream().anyMatch(words::contains))
          .toList();
    }

    @Override
    public synchronized long sweep() {
      var now = clock.instant();
      var gone = all.keySet().stream().filter(k -> expiry.get(k).isBefore(now)).toList();
      gone.forEach(all::remove);
      return gone.size();
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

    /** What happens before a question for marks. */
    Runnable beforeMarked = () -> {};

    @Override
    public synchronized Set<String> marked(Collection<String> texts) {
      beforeMarked.run();
      return texts.stream().filter(all::contains).collect(Collectors.toSet());
    }

    @Override
    public synchronized void mark(Collection<String> texts) {
      all.addAll(texts);
    }
  }
}
