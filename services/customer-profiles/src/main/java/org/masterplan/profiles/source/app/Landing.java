package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Stores a batch of rows as records: new ones, new versions, and rows that cannot be taken. */
final class Landing {
  private final Records records;
  private final RejectedRows rejectedRows;
  private final Tombstones tombstones;
  private final LongSupplier newNumbers;

  /**
   * What a batch has come to.
   *
   * @param present every record that the rows speak of, as it is stored now
   * @param taken the rows that were taken, by line
   * @param refused the rows that were not
   * @param change of what the source holds
   * @param passed records of which what the rows say was stored, and is replaced already
   */
  record Landed(
      Load.Batch batch,
      List<SourceRecord> present,
      Map<Long, Taken> taken,
      List<Row.Bad> refused,
      PushedChange change,
      Set<RecordName> passed) {
    /** Lines of the rows that somebody else was faster than, with other values. */
    Set<Long> lost() {
      var now = new HashMap<RecordName, SourceRecord>();
      present.forEach(record -> now.put(record.name(), record));
      var lost = new HashSet<Long>();
      taken.forEach(
          (line, row) -> {
            var stored = now.get(row.name());
            boolean says = stored != null && stored.says(row.content());
            if (!says && !passed.contains(row.name())) {
              lost.add(line);
            }
          });
      return lost;
    }
  }

  /** A row that was taken. */
  record Taken(RecordName name, SourceRecord.Content content, Load.Fate fate) {}

  /** A numbered row: its 1-based place among the file's rows. */
  record Numbered(long number, Row row) {}

  /**
   * In which load rows land.
   *
   * @param asOf as of when the source says so
   * @param ids of the rows before, in this load
   * @param retained whether it is noted in any case of which records the source says nothing new
   * @param late where rows are tried again that were refused before
   */
  record Setting(
      Load load,
      RowReading reading,
      Instant now,
      Instant asOf,
      TakenIds ids,
      boolean retained,
      Optional<Late> late) {
    /** When the rows came. */
    Instant came() {
      return late.map(Late::at).orElse(now);
    }
  }

  Landing(
      Records records, RejectedRows rejectedRows, Tombstones tombstones, LongSupplier newNumbers) {
    this.records = records;
    this.rejectedRows = rejectedRows;
    this.tombstones = tombstones;
    this.newNumbers = newNumbers;
  }

  Landed land(List<Numbered> rows, Setting setting) {
    var sorting = new Sorting(setting);
    rows.forEach(sorting::sort);
    sorting.refuseErased();
    return sorting.store(rows.size());
  }

  /** Sorts the rows of one batch. */
  private final class Sorting {
    private final Setting setting;
    private final Map<RecordName, RowReading.Outcome.Taken> taken = new LinkedHashMap<>();
    private final List<Row.Bad> refused = new ArrayList<>();
    private final Map<Long, Taken> fates = new HashMap<>();
    private final List<SourceRecord> changed = new ArrayList<>();
    private final Map<RecordName, SourceRecord> replaced = new HashMap<>();
    private final Map<RecordName, SourceRecord> present = new HashMap<>();
    private final Set<RecordName> passed = new HashSet<>();
    private final List<RecordName> saidAgain = new ArrayList<>();
    private final Map<RecordName, Instant> repeated = new HashMap<>();
    private final Map<Long, Long> numbers = new HashMap<>();

    Sorting(Setting setting) {
      this.setting = setting;
    }

    void sort(Numbered numbered) {
      numbers.put(numbered.row().line(), numbered.number());
      switch (setting.reading().read(numbered.row(), numbered.number())) {
        case RowReading.Outcome.Refused(var row) -> refused.add(row);
        case RowReading.Outcome.Taken row -> take(row);
      }
    }

    private void take(RowReading.Outcome.Taken row) {
      var name = new RecordName(setting.load().source().id(), row.id());
      var first = taken.putIfAbsent(name, row);
      if (first == null) {
        return;
      }
      if (first.content().equals(row.content())) {
        fated(name, row, Load.Fate.UNCHANGED);
      } else {
        refuseTwice(row, first.row().line());
      }
    }

    private void fated(RecordName name, RowReading.Outcome.Taken row, Load.Fate fate) {
      fates.put(row.row().line(), new Taken(name, content(name, row), fate));
    }

    /** What the row says, and what was set right of its record before. */
    private SourceRecord.Content content(RecordName name, RowReading.Outcome.Taken row) {
      var known = present.get(name);
      return known == null ? row.content() : row.content().keeping(known.content());
    }

    private long count(Load.Fate fate) {
      return fates.values().stream().filter(taken -> taken.fate() == fate).count();
    }

    private void refuseTwice(RowReading.Outcome.Taken row, long line) {
      var idColumn = setting.reading().mapping().idColumn();
      refused.add(row.row().refused(idColumn, "RECORD_ID_TWICE", Map.of("line", "" + line)));
    }

    void refuseErased() {
      erased(taken.keySet()).forEach(name -> refuseErased(taken.remove(name)));
    }

    /**
     * Asked again after the records are stored: an erasure marks first and deletes then, so that it
     * either finds them or is seen here.
     */
    private void takeBackErasedRecords() {
      var stored = changed.stream().map(SourceRecord::name).toList();
      var erased = erased(stored);
      records.erase(erased.stream().map(present::remove).filter(Objects::nonNull).toList());
      for (var name : erased) {
        taken.remove(name);
        lines(name).forEach(this::takeBack);
      }
    }

    /** More than one, where rows say the same of one record. */
    private List<Long> lines(RecordName name) {
      return fates.entrySet().stream()
          .filter(fated -> fated.getValue().name().equals(name))
          .map(Map.Entry::getKey)
          .toList();
    }

    private void takeBack(long line) {
      fates.remove(line);
      refused.add(ofErased(line));
    }

    /** Those of the rows taken whose person asked to be forgotten. */
    private List<RecordName> erased(Collection<RecordName> names) {
      var marks = new HashMap<RecordName, List<String>>();
      for (var name : names) {
        Optional.ofNullable(taken.get(name))
            .ifPresent(row -> marks.put(name, ErasedMarks.of(name, row.content())));
      }
      var found = tombstones.marked(marks.values().stream().flatMap(List::stream).collect(toSet()));
      marks.values().removeIf(some -> some.stream().noneMatch(found::contains));
      return List.copyOf(marks.keySet());
    }

    /** Nothing of the row is kept: its person asked to be forgotten. */
    private void refuseErased(RowReading.Outcome.@Nullable Taken row) {
      if (row != null) {
        refused.add(ofErased(row.row().line()));
      }
    }

    /** Neither is anything kept of a row that could not be taken, if it is such a person's. */
    private void forgetErased() {
      var erased = erased();
      refused.replaceAll(row -> erased.contains(row) ? unsaid(row) : row);
    }

    /**
     * Asked again after the rows are kept: an erasure marks first and deletes then, so that it
     * either finds them or is seen here. A row of which nothing may be kept replaces what was.
     */
    private void takeBackErased() {
      var erased = erased();
      if (!erased.isEmpty()) {
        rejectedRows.keep(erased.stream().map(Sorting::unsaid).map(this::kept).toList());
      }
    }

    private Set<Row.Bad> erased() {
      var source = setting.load().source().id();
      var mapping = setting.reading().mapping();
      var marks = new HashMap<Row.Bad, List<String>>();
      refused.forEach(row -> marks.put(row, ErasedMarks.ofRow(source, mapping, row)));
      var erased =
          tombstones.marked(marks.values().stream().flatMap(List::stream).collect(toSet()));
      marks.values().removeIf(some -> some.stream().noneMatch(erased::contains));
      return marks.keySet();
    }

    private static Row.Bad unsaid(Row.Bad row) {
      return ofErased(row.line());
    }

    private static Row.Bad ofErased(long line) {
      return Row.Bad.unreadable(line, "PERSON_ERASED", Map.of());
    }

    private RejectedRows.Kept kept(Row.Bad row) {
      var load = setting.load();
      long number = Load.isPush(load.id()) ? 0 : numbers.getOrDefault(row.line(), 0L);
      var place = new RejectedRows.Place(number, setting.came());
      return RejectedRows.Kept.of(load.source().id(), load.id(), row, place);
    }

    Landed store(int rows) {
      present.putAll(records.find(taken.keySet()));
      setting.late().ifPresent(_ -> repeated.putAll(records.repeatedAt(taken.keySet())));
      taken.forEach(this::compare);
      noteSaidAgain();
      for (int from = 0; from < changed.size(); from += 1000) {
        var part = changed.subList(from, Math.min(from + 1000, changed.size()));
        records.store(part).forEach(r -> present.put(r.name(), r));
      }
      noticePassed();
      takeBackErasedRecords();
      forgetErased();
      long kept = rejectedRows.keep(refused.stream().map(this::kept).toList());
      takeBackErased();
      var batch =
          new Load.Batch(
              rows,
              count(Load.Fate.IMPORTED),
              count(Load.Fate.UPDATED),
              count(Load.Fate.UNCHANGED),
              refused.size());
      var now = List.copyOf(present.values());
      return new Landed(batch, now, fates, List.copyOf(refused), change(kept), passed);
    }

    /**
     * Where a source's records are removed when it has not said them for long, and where rows of it
     * wait that came before. One that was removed since it was read is a new one.
     */
    private void noteSaidAgain() {
      var source = setting.load().source().id();
      if (!saidAgain.isEmpty() && (setting.retained() || rejectedRows.holdsAny(source))) {
        for (var name : records.repeated(saidAgain, setting.asOf(), setting.came())) {
          present.remove(name);
          Optional.ofNullable(taken.get(name)).ifPresent(row -> compare(name, row));
        }
      }
    }

    /** Somebody else may have stored the next version before ours was read again. */
    private void noticePassed() {
      var ours = new HashMap<RecordName, SourceRecord>();
      for (var record : changed) {
        var now = present.get(record.name());
        if (now != null && now.version() > record.version()) {
          ours.put(record.name(), record);
        }
      }
      records.versionsBefore(ours.keySet().stream().map(present::get).toList()).stream()
          .filter(old -> isSame(old, ours.get(old.name())))
          .forEach(old -> passed.add(old.name()));
    }

    private static boolean isSame(SourceRecord stored, @Nullable SourceRecord ours) {
      return ours != null
          && stored.number() == ours.number()
          && stored.version() == ours.version()
          && stored.says(ours.content());
    }

    /** Only of what this batch itself has stored: somebody else may have been faster. */
    private PushedChange change(long kept) {
      var mapping = setting.reading().mapping();
      var change = new PushedChange(0, kept, Map.of());
      for (var record : changed) {
        if (isStored(record)) {
          var before = replaced.get(record.name());
          var gained = QualityCount.of(mapping, record, 1);
          change = change.plus(new PushedChange(before == null ? 1 : 0, 0, gained));
          if (before != null) {
            var lost = QualityCount.of(mapping, before, -1);
            change = change.plus(new PushedChange(0, 0, lost));
          }
        }
      }
      return change;
    }

    private boolean isStored(SourceRecord record) {
      var stored = present.get(record.name());
      return stored != null && isSame(stored, record) || passed.contains(record.name());
    }

    private void compare(RecordName name, RowReading.Outcome.Taken row) {
      var origin =
          new SourceRecord.Origin(
              setting.load().id(), row.row().line(), setting.now(), setting.asOf(), setting.came());
      var known = present.get(name);
      long line = row.row().line();
      long first = setting.ids().firstLine(name.id(), line);
      setting.ids().add(name.id(), line);
      if (known == null) {
        fated(name, row, Load.Fate.IMPORTED);
        changed.add(new SourceRecord(newNumbers.getAsLong(), name, 1, row.content(), origin));
      } else if (first != line || known.origin().load().equals(origin.load())) {
        again(known, row, first == line ? known.origin().line() : first);
      } else if (known.says(content(name, row))) {
        saidAgain.add(name);
        fated(name, row, Load.Fate.UNCHANGED);
      } else if (isPassed(known)) {
        present.remove(name);
        refused.add(row.row().refused("", "RECORD_SAID_SINCE", Map.of()));
      } else {
        fated(name, row, Load.Fate.UPDATED);
        replaced.put(name, known);
        changed.add(known.next(content(name, row), origin));
      }
    }

    private boolean isPassed(SourceRecord known) {
      var since = repeated.get(known.name());
      return setting.late().filter(late -> late.isPassedBy(known, since)).isPresent();
    }

    /** The id came in this very load: the row was read before a restart, or its id is twice. */
    private void again(SourceRecord known, RowReading.Outcome.Taken row, long first) {
      boolean sameRow = first == row.row().line();
      if (!sameRow && !known.says(content(known.name(), row))) {
        present.remove(known.name());
        refuseTwice(row, first);
        return;
      }
      // A load that is repeated tells what it did; a push that is repeated did nothing more.
      if (!sameRow || Load.isPush(setting.load().id())) {
        fated(known.name(), row, Load.Fate.UNCHANGED);
        // Long after it a push does not come again because its answer was lost.
        if (setting.came().isAfter(known.origin().loadedAt().plus(PushMarks.STANDS))) {
          saidAgain.add(known.name());
        }
      } else {
        fated(known.name(), row, known.version() == 1 ? Load.Fate.IMPORTED : Load.Fate.UPDATED);
      }
    }
  }
}
