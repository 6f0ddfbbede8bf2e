package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Takes rows that programs push: they land as a load's do, and at once. */
public final class Pushing {
  private static final int ATTEMPTS = 20;
  private static final int REMEMBERED = 10_000;

  private final SourceRegister register;
  private final Landing landing;
  private final Deciding deciding;
  private final PushMarks marks;
  private final Clock clock;

  /** Under which name this instance marks sources. */
  private final String instance;

  private final Map<String, Instant> marked = new ConcurrentHashMap<>();

  /** Sources that are to be told what they have changed; one push does not do both. */
  private final Set<String> toTell = ConcurrentHashMap.newKeySet();

  /** What pushes of this instance have changed of sources that were not told yet. */
  private final Map<String, PushedChange> untold = new ConcurrentHashMap<>();

  /** The newest pushes of this instance that came to their end. */
  private final Set<String> resolved =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** What became of one row. */
  public sealed interface Outcome {
    /** It was taken. */
    record Taken(RecordName name, Load.Fate fate) implements Outcome {}

    /** It is kept as rejected. */
    record Refused(Row.Bad row) implements Outcome {}
  }

  /**
   * What became of a push.
   *
   * @param outcomes by line
   * @param present every record that the rows speak of, as it is stored now
   * @param decided whether this push has decided whose each of them is
   */
  public record Pushed(Map<Long, Outcome> outcomes, List<SourceRecord> present, boolean decided) {}

  /**
   * How it is decided whose records are.
   *
   * @param resolve is given the records of every push, with who pushed them
   * @param chore notes how far that has come, if that is due
   */
  public record Deciding(BiConsumer<List<SourceRecord>, String> resolve, Runnable chore) {}

  public Pushing(
      SourceRegister register,
      Loading.Stores stores,
      PushMarks marks,
      Deciding deciding,
      Loading.Minting minting) {
    this.register = register;
    this.marks = marks;
    this.deciding = deciding;
    this.clock = minting.clock();
    this.instance = Long.toString(minting.numbers().getAsLong(), Character.MAX_RADIX);
    this.landing =
        new Landing(
            new GatheredRecords(stores.records()),
            stores.rejectedRows(),
            new GatheredTombstones(stores.tombstones()),
            minting.numbers());
  }

  /** Takes rows, numbered by their lines from 1 on. Pushed again they change nothing. */
  public Pushed push(ResourceName name, List<Row.Good> rows, Actor actor) {
    var source = register.get(name);
    source.requireLoadable();
    requireId(source);
    boolean wrote = mark(name.id());
    if (wrote) {
      // Asked again: whoever closes the source may not have seen the mark yet.
      register.get(name).requireLoadable();
    }
    var load = Load.pushed(id(source, rows), name, actor.subject());
    var pushed = land(rows, source, load);
    var unresolved = unresolved(pushed);
    if (!unresolved.isEmpty()) {
      deciding.resolve().accept(unresolved, load.actor());
    }
    resolved.add(load.id());
    doOneThing(name.id(), wrote);
    boolean decided = unresolved.size() == pushed.present().size();
    return new Pushed(pushed.outcomes(), pushed.present(), decided);
  }

  /**
   * Stores one record's next version, which is no row, under a mark of its own, and decides whose
   * it is. It is told where pushes are told, else counted with the rest.
   */
  SourceRecord settle(Load load, PushedChange change, Supplier<SourceRecord> store) {
    var source = load.source().id();
    var now = clock.instant();
    marks.set(PushMarks.Mark.withoutRows(source, instance, now.plus(PushMarks.STANDS)));
    var stored = store.get();
    if (now.isBefore(marked.getOrDefault(source, Instant.MIN))) {
      untold.merge(source, change, PushedChange::plus);
    }
    deciding.resolve().accept(List.of(stored), load.actor());
    resolved.add(load.id());
    deciding.chore().run();
    return stored;
  }

  /**
   * What is new, and what an earlier push has stored that perhaps broke off before it was resolved:
   * to resolve it twice is harmless, but writes.
   */
  private List<SourceRecord> unresolved(Pushed pushed) {
    var changed = new HashSet<RecordName>();
    for (var outcome : pushed.outcomes().values()) {
      if (outcome instanceof Outcome.Taken(var name, var fate) && fate != Load.Fate.UNCHANGED) {
        changed.add(name);
      }
    }
    return pushed.present().stream()
        .filter(record -> changed.contains(record.name()) || isOpen(record.origin().load()))
        .toList();
  }

  private boolean isOpen(String load) {
    return Load.isPush(load) && !resolved.contains(load);
  }

  private static void requireId(Source source) {
    var about = Map.of("name", source.name().toString());
    if (source.mapping().empty()) {
      throw new WrongState("PUSH_MAPPING_MISSING", about);
    }
    if (source.mapping().idColumn().isEmpty()) {
      throw new WrongState("PUSH_ID_MISSING", about);
    }
  }

  /** Rows that another push or load was faster than, with other values, land on top of those. */
  private Pushed land(List<Row.Good> rows, Source source, Load load) {
    var outcomes = new HashMap<Long, Outcome>();
    var present = new HashMap<RecordName, SourceRecord>();
    var open = rows;
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      var landed = landing.land(numbered(open), setting(source, load));
      untold.merge(source.name().id(), landed.change(), PushedChange::plus);
      var lost = landed.lost();
      landed.present().forEach(record -> present.put(record.name(), record));
      landed.refused().forEach(row -> outcomes.put(row.line(), new Outcome.Refused(row)));
      landed
          .taken()
          .forEach((line, row) -> outcomes.put(line, new Outcome.Taken(row.name(), row.fate())));
      open = open.stream().filter(row -> lost.contains(row.line())).toList();
      if (attempt == ATTEMPTS && !open.isEmpty()) {
        throw Stale.named(source.name().toString());
      }
    }
    return new Pushed(outcomes, List.copyOf(present.values()), false);
  }

  private Landing.Setting setting(Source source, Load load) {
    var now = clock.instant();
    var reading = RowReading.at(now, source.mapping());
    return new Landing.Setting(
        load,
        reading,
        now,
        Loading.asOf(source, now),
        new TakenIds(),
        Loading.isRetained(source) || source.holdings().rejected() > 0,
        Optional.empty());
  }

  private static List<Landing.Numbered> numbered(List<Row.Good> rows) {
    var numbered = new ArrayList<Landing.Numbered>(rows.size());
    rows.forEach(row -> numbered.add(new Landing.Numbered(row.line(), row)));
    return numbered;
  }

  /**
   * The source's mark stands from before the first row is stored until after the last: it is set
   * again only when half its time is over, which spares a write for most pushes. Answers whether it
   * was.
   */
  private boolean mark(String source) {
    var now = clock.instant();
    var half = now.plus(PushMarks.STANDS.dividedBy(2));
    var stands = marked.getOrDefault(source, Instant.MIN);
    if (!stands.isBefore(half)) {
      return false;
    }
    if (now.isBefore(stands)) {
      toTell.add(source);
    } else {
      // The mark has lapsed since: that is, or will be, counted with everything.
      untold.remove(source);
      toTell.remove(source);
    }
    var until = now.plus(PushMarks.STANDS);
    marks.set(new PushMarks.Mark(source, instance, until));
    marked.put(source, until);
    return true;
  }

  /** What is due besides a push, one thing at a time, so that none of them waits for much. */
  private void doOneThing(String source, boolean done) {
    // One that took long may have outlived its mark.
    if (!mark(source) && !done && !tell(source)) {
      deciding.chore().run();
    }
  }

  private boolean tell(String source) {
    var change = toTell.remove(source) ? untold.remove(source) : null;
    if (change == null) {
      return false;
    }
    register.changed(new ResourceName("sources", source), change);
    return true;
  }

  /** Of what is said, not of when: rows that are refused twice are kept once. */
  private static String id(Source source, List<Row.Good> rows) {
    var said = rows.stream().collect(toMap(Row.Good::line, r -> new TreeMap<>(r.values())));
    return ContentId.of(source.name(), source.mapping(), new TreeMap<>(said).toString());
  }
}
