package org.masterplan.embeddedmongo.kv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes that become visible and durable together or not at all. */
public final class Batch {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Write(byte[] key, byte @Nullable [] value) {}

  private final List<Write> writes = new ArrayList<>();

  public void put(Table table, byte[] key, byte[] value) {
    writes.add(new Write(table.absolute(key), value));
  }

  public void delete(Table table, byte[] key) {
    writes.add(new Write(table.absolute(key), null));
  }

  public void clear() {
    writes.clear();
  }

  /** Forgets all but the first {@code size} writes. */
  public void truncate(int size) {
    writes.subList(size, writes.size()).clear();
  }

  public int size() {
    return writes.size();
  }

  List<Write> writes() {
    return writes;
  }
}
