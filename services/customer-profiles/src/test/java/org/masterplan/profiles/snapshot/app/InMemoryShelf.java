package org.masterplan.profiles.snapshot.app;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;

/** A shelf in memory. */
final class InMemoryShelf implements Shelf {
  private final Map<String, Snapshot> all = new TreeMap<>();
  private final boolean there;

  InMemoryShelf(boolean there) {
    this.there = there;
  }

  @Override
  public boolean exists() {
    return there;
  }

  @Override
  public Draft begin(Snapshot snapshot) {
    var rows = new EnumMap<Table, Long>(Table.class);
    for (var table : Table.values()) {
      rows.put(table, 0L);
    }
    return new Draft() {
      @Override
      public void row(Table table, List<? extends @Nullable Object> cells) {
        rows.merge(table, 1L, Long::sum);
      }

      @Override
      public Map<Table, Long> publish() {
        all.put(snapshot.id(), snapshot);
        return rows;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<Snapshot> list() {
    return all.values().stream()
        .sorted(Comparator.comparing(Snapshot::takenAt).thenComparing(Snapshot::id).reversed())
        .toList();
  }

  @Override
  public void keep(int newest) {
    list().stream().skip(newest).forEach(old -> all.remove(old.id()));
  }
}
