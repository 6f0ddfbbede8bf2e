package org.masterplan.embeddedmongo.kv;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

final class RocksEntries implements Entries {
  /** What is read: a range of a table, from its end to its start when {@code reverse}. */
  record Scan(Table table, KeyRange range, boolean reverse) {}

  private final RocksIterator iterator;
  private final Table table;
  private final KeyRange range;
  private final boolean reverse;
  private final RocksView view;
  private @Nullable Entry next;
  private boolean closed;

  RocksEntries(RocksIterator iterator, Scan scan, RocksView view) {
    this.iterator = iterator;
    this.table = scan.table();
    this.range = table.absolute(scan.range());
    this.reverse = scan.reverse();
    this.view = view;
  }

  void start() {
    byte[] to = range.to();
    if (!reverse) {
      iterator.seek(range.from());
    } else if (to == null) {
      iterator.seekToLast();
    } else {
      iterator.seekForPrev(to);
      if (iterator.isValid() && Arrays.equals(iterator.key(), to)) {
        iterator.prev();
      }
    }
    load();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public @Nullable Entry peek() {
    return next;
  }

  @Override
  public void skipTo(byte[] key) {
    if (next == null) {
      return;
    }
    view.checkOpen();
    byte[] absolute = table.absolute(key);
    if (reverse) {
      iterator.seekForPrev(absolute);
    } else {
      iterator.seek(absolute);
    }
    load();
  }

  @Override
  public Entry next() {
    Entry entry = next;
    if (entry == null) {
      throw new NoSuchElementException();
    }
    view.checkOpen();
    if (reverse) {
      iterator.prev();
    } else {
      iterator.next();
    }
    load();
    return entry;
  }

  private void load() {
    if (iterator.isValid()) {
      byte[] key = iterator.key();
      if (inside(key)) {
        next = new Entry(Table.relative(key), iterator.value());
        return;
      }
    } else {
      checkStatus();
    }
    close();
  }

  private boolean inside(byte[] key) {
    byte[] to = range.to();
    return reverse
        ? Arrays.compareUnsigned(key, range.from()) >= 0
        : to == null || Arrays.compareUnsigned(key, to) < 0;
  }

  // An unreadable block also ends an iterator: without this a damaged file would answer too little.
  private void checkStatus() {
    try {
      iterator.status();
    } catch (RocksDBException e) {
      close();
      throw RocksStore.failure(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    next = null;
    iterator.close();
    view.forget(this);
  }
}
