package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Takes rows that programs push: they land as a load's do, and at once. */
public final class Pushing {
  private static final int ATTEMPTS = 20;
  private static final int ID_BYTES = 12;
  private static final int REMEMBERED = 10_000;

  private final SourceRegister register;
  private final Landing landing;
  private final BiConsumer<List<SourceRecord>, String> resolve;
  private final PushMarks marks;
  private final Clock clock;
  private final Map<String, Instant> marked = new ConcurrentHashMap<>();

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
   * Prepares pushing.
   *
   * @param resolve is given the records of every push, with who pushed them
   */
  public Pushing(
      SourceRegister register,
      Loading.Stores stores,
      PushMarks marks,
      BiConsumer<List<SourceRecord>, String> resolve,
      Loading.Minting minting) {
    this.register = register;
    this.marks = marks;
    this.resolve = resolve;
    this.clock = minting.clock();
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
    mark(name.id());
    var load = Load.pushed(id(source, rows), name, actor.subject());
    var pushed = land(rows, source, load);
    var unresolved = unresolved(pushed);
    if (!unresolved.isEmpty()) {
      resolve.accept(unresolved, load.actor());
    }
    resolved.add(load.id());
    mark(name.id());
    boolean decided = unresolved.size() == pushed.present().size();
    return new Pushed(pushed.outcomes(), pushed.present(), decided);
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
    var reading = new RowReading(source.mapping());
    return new Landing.Setting(load, reading, now, Loading.asOf(source, now), new TakenIds());
  }

  private static List<Landing.Numbered> numbered(List<Row.Good> rows) {
    var numbered = new ArrayList<Landing.Numbered>(rows.size());
    rows.forEach(row -> numbered.add(new Landing.Numbered(row.line(), row)));
    return numbered;
  }

  /**
   * The source's mark stands from before the first row is stored until after the last: it is set
   * again only when half its time is over, which spares a write for most pushes.
   */
  private void mark(String source) {
    var now = clock.instant();
    var half = now.plus(PushMarks.STANDS.dividedBy(2));
    var stands = marked.getOrDefault(source, Instant.MIN);
    if (stands.isBefore(half)) {
      tell(source, now.isBefore(stands));
      var until = now.plus(PushMarks.STANDS);
      marks.set(new PushMarks.Mark(source, until));
      marked.put(source, until);
    }
  }

  /** What is of before a mark that has lapsed since is, or will be, counted with everything. */
  private void tell(String source, boolean stands) {
    var change = untold.remove(source);
    if (change != null && stands) {
      register.changed(new ResourceName("sources", source), change);
    }
  }

  /** Of what is said, not of when: rows that are refused twice are kept once. */
  private static String id(Source source, List<Row.Good> rows) {
    Mapping mapping = source.mapping();
    var said = rows.stream().collect(toMap(Row.Good::line, r -> new TreeMap<>(r.values())));
    var what =
        String.join(
            "\u0000",
            source.name().id(),
            mapping.idColumn(),
            mapping.fields().toString(),
            new TreeMap<>(said).toString());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
