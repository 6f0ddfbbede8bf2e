package org.masterplan.embeddedmongo;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.Plan;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.View;

/** The documents a plan leads to, each once, read one at a time. */
final class PlannedDocuments implements Iterator<StoredDocument> {
  private final View view;
  private final CollectionStorage storage;
  private final @Nullable Set<String> looked;
  private final boolean mayRepeat;
  private final Iterator<Plan> parts;
  private final @Nullable CrossedEntries crossed;
  private Plan part;
  private Iterator<KeyRange> ranges;
  private final Set<Position> met = new HashSet<>();
  private @Nullable Entries entries;
  private @Nullable StoredDocument next;
  private long entriesExamined;
  private long documentsExamined;

  /**
   * @param looked the fields that the query looks at; null = all
   */
  PlannedDocuments(View view, CollectionStorage storage, Plan plan, @Nullable Set<String> looked) {
    this.view = view;
    this.storage = storage;
    this.looked = looked;
    this.mayRepeat = plan.mayRepeat();
    this.parts = plan.parts().iterator();
    this.part = parts.next();
    this.ranges = part.ranges().iterator();
    this.crossed = plan.legs().isEmpty() ? null : new CrossedEntries(view, plan);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      Entry entry = nextEntry();
      if (entry == null) {
        return false;
      }
      next = load(entry);
    }
    return true;
  }

  @Override
  public StoredDocument next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredDocument document = java.util.Objects.requireNonNull(next);
    next = null;
    return document;
  }

  private @Nullable Entry nextEntry() {
    Entry entry = nextOfPart();
    while (entry == null && parts.hasNext()) {
      part = parts.next();
      ranges = part.ranges().iterator();
      entry = nextOfPart();
    }
    return entry;
  }

  private @Nullable Entry nextOfPart() {
    if (crossed != null) {
      return crossed.next();
    }
    return part.exact() ? nextPoint() : nextInRange();
  }

  private @Nullable Entry nextPoint() {
    while (ranges.hasNext()) {
      byte[] key = ranges.next().from();
      byte[] value = view.get(part.index().table(), key);
      if (value != null) {
        entriesExamined++;
        return new Entry(key, value);
      }
    }
    return null;
  }

  private @Nullable Entry nextInRange() {
    while (entries == null || !entries.hasNext()) {
      if (!ranges.hasNext()) {
        return null;
      }
      entries = view.scan(part.index().table(), ranges.next(), part.reverse());
    }
    entriesExamined++;
    return entries.next();
  }

  private @Nullable StoredDocument load(Entry entry) {
    boolean primary = part.index().isPrimary();
    Position position =
        primary ? new Position(entry.key()) : storage.entries(part.index()).document(entry);
    if (mayRepeat && !met.add(position)) {
      return null;
    }
    if (primary) {
      documentsExamined++;
      return new StoredDocument(entry.value(), looked);
    }
    byte[] stored = view.get(storage.documents(), position.key());
    if (stored == null) {
      part.indexes().forEach(storage::suspect);
      throw new StoreDamaged("index " + part.index().name() + " points to no document");
    }
    documentsExamined++;
    return new StoredDocument(stored, looked);
  }

  /** All that are left. */
  Stream<StoredDocument> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
  }

  /** Reads no more, and gives back what reading took; else the view does when it is closed. */
  void close() {
    if (entries != null) {
      entries.close();
    }
    if (crossed != null) {
      crossed.close();
    }
  }

  /** How many entries the plan leads to, at most so many; reads no document. */
  long countEntries(long most) {
    long count = 0;
    while (count < most && nextEntry() != null) {
      count++;
    }
    return count;
  }

  long entriesExamined() {
    return crossed == null ? entriesExamined : crossed.examined();
  }

  long documentsExamined() {
    return documentsExamined;
  }
}
