package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.embeddedmongo.bson.BsonReader;
import org.masterplan.embeddedmongo.index.Columns;
import org.masterplan.embeddedmongo.index.DocumentKeys;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.Table;
import org.masterplan.embeddedmongo.kv.View;

/**
 * Compares a collection with its counter and its indexes, in one view: every document has its
 * entries, and there are no others.
 */
final class ConsistencyCheck {
  private final CollectionStorage storage;
  private final View view;
  private final List<String> problems = new ArrayList<>();

  private ConsistencyCheck(CollectionStorage storage, View view) {
    this.storage = storage;
    this.view = view;
  }

  /** What is wrong, in words without any stored value; empty = nothing. */
  static List<String> run(CollectionStorage storage) {
    try (View view = storage.store().view()) {
      ConsistencyCheck check = new ConsistencyCheck(storage, view);
      check.counter();
      storage.secondaryIndexes().stream()
          .filter(index -> index.isCompleteAt(view.sequence()))
          .forEach(check::index);
      return check.problems;
    }
  }

  private void counter() {
    byte[] counter = view.get(Catalog.COUNTERS, Bytes.ofInt(storage.documents().number()));
    long counted = counter == null ? 0 : ByteBuffer.wrap(counter).getLong();
    long found = size(storage.documents());
    if (counted != found) {
      problem("counter: %d (documents: %d)".formatted(counted, found));
    }
  }

  private void index(StoredIndex index) {
    IndexEntries entries = storage.entries(index);
    long expected = 0;
    Columns arrays = Columns.NONE;
    try (Entries documents = view.scan(storage.documents(), KeyRange.EVERYTHING, false)) {
      while (documents.hasNext()) {
        Document document = BsonReader.decode(documents.next().value());
        Position position = CollectionStorage.position(document);
        arrays = arrays.plus(DocumentKeys.of(index.definition(), document).arrays());
        expected += entries.keys(document, position).size();
        if (!entries.areIn(view, document, position)) {
          problem("index %s: an entry is missing".formatted(index.name()));
        }
      }
    }
    long found = size(index.table());
    if (found != expected) {
      problem("index %s: %d entries (expected: %d)".formatted(index.name(), found, expected));
    }
    if (!index.arrays().include(arrays)) {
      problem("index %s: not marked as having arrays".formatted(index.name()));
    }
  }

  private long size(Table table) {
    long size = 0;
    try (Entries entries = view.scan(table, KeyRange.EVERYTHING, false)) {
      while (entries.hasNext()) {
        entries.next();
        size++;
      }
    }
    return size;
  }

  private void problem(String what) {
    CollectionEntry.Name name = storage.entry().name();
    problems.add("%s.%s: %s".formatted(name.database(), name.collection(), what));
  }
}
