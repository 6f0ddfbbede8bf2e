package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.masterplan.profiles.identity.app.Retrospect;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Takes up what pushes have stored that were killed, or failed, before they were answered: whatever
 * nobody has decided on since it was stored is decided as if its push had come to its end.
 */
public final class BrokenOff {
  private static final String ITSELF = "customer-profiles";
  private static final int AT_ONCE = 100;

  private final Records records;
  private final Tombstones tombstones;
  private final BiConsumer<List<SourceRecord>, String> resolve;
  private final Retrospect retrospect;

  /**
   * Over these stores.
   *
   * @param resolve is given records that are stored, with in whose name they are decided
   */
  public BrokenOff(
      Loading.Stores stores,
      BiConsumer<List<SourceRecord>, String> resolve,
      Retrospect retrospect) {
    this.records = stores.records();
    this.tombstones = stores.tombstones();
    this.resolve = resolve;
    this.retrospect = retrospect;
  }

  /** What was stored while these marks stood, of records that are shown to it one by one. */
  Left since(List<PushMarks.Mark> marks) {
    return new Left(marks);
  }

  final class Left implements Consumer<SourceRecord> {
    private final List<PushMarks.Mark> marks;

    /** When each record was stored, by its number. */
    private final Map<Long, Instant> stored = new HashMap<>();

    private Left(List<PushMarks.Mark> marks) {
      this.marks = marks;
    }

    @Override
    public void accept(SourceRecord record) {
      var origin = record.origin();
      if (Load.isPush(origin.load())
          && marks.stream().anyMatch(mark -> mark.holds(origin.loadedAt()))) {
        stored.put(record.number(), origin.loadedAt());
      }
    }

    /** After the last record; whether any is not there any more. */
    boolean takeUp() {
      boolean tookBack = false;
      var undecided = List.copyOf(retrospect.undecided(stored));
      for (int from = 0; from < undecided.size(); from += AT_ONCE) {
        var part = undecided.subList(from, Math.min(from + AT_ONCE, undecided.size()));
        tookBack |= settle(List.copyOf(records.findNumbers(part).values()));
      }
      return tookBack;
    }
  }

  private boolean settle(List<SourceRecord> some) {
    var unwanted = unwanted(some);
    records.erase(unwanted);
    var wanted = some.stream().filter(record -> !unwanted.contains(record)).toList();
    if (!wanted.isEmpty()) {
      resolve.accept(wanted, ITSELF);
    }
    return !unwanted.isEmpty();
  }

  /** A push takes back what it has stored of the erased; one that was cut off may not have. */
  private List<SourceRecord> unwanted(List<SourceRecord> some) {
    var marked = tombstones.marked(some.stream().flatMap(r -> said(r).stream()).collect(toSet()));
    return some.stream()
        .filter(record -> said(record).stream().anyMatch(marked::contains))
        .filter(record -> !retrospect.isPlaced(record.number()))
        .toList();
  }

  private static List<String> said(SourceRecord record) {
    return ErasedMarks.of(record.name(), record.content());
  }
}
