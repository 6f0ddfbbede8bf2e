package org.masterplan.profiles.dealing.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Tombstones;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * Takes in what people did, of those who are known: a row whose person nobody knows is kept, and
 * may be known when it is replayed.
 */
public final class DealingImport {
  private static final int BATCH = 500;

  private final Dealings dealings;
  private final People people;
  private final Clock clock;

  /** Who is known, and who was erased. */
  public record People(Records records, Resolving resolving, Tombstones tombstones) {}

  /** When rows were brought, and who counts what becomes of them. */
  private record Bringing(Instant at, ImportTally tally) {}

  public DealingImport(Dealings dealings, People people, Clock clock) {
    this.dealings = dealings;
    this.people = people;
    this.clock = clock;
  }

  /** What rows are brought as that are brought now. */
  public Instant now() {
    return clock.instant();
  }

  /** Takes rows that were brought then, in batches; what was brought since then stays. */
  public void run(Rows rows, Instant brought, ImportTally tally) {
    var bringing = new Bringing(brought, tally);
    var reader = new DealingRow.Reader(clock.instant());
    var batch = new ArrayList<BroughtRow>(BATCH);
    while (rows.hasNext()) {
      batch.add(BroughtRow.of(rows.next(), reader));
      if (batch.size() == BATCH || !rows.hasNext()) {
        take(batch, bringing);
        batch.clear();
      }
    }
  }

  /** Those of the rows that were not taken whose person was erased, perhaps since. */
  public List<Row.Bad> erased(List<Row.Bad> rows) {
    var reader = new DealingRow.Reader(clock.instant());
    var brought = rows.stream().map(row -> BroughtRow.of(row, reader)).toList();
    var erased = erasedOf(brought);
    return IntStream.range(0, rows.size())
        .filter(i -> brought.get(i).mayBeOf(erased))
        .mapToObj(rows::get)
        .toList();
  }

  private Set<String> erasedOf(List<BroughtRow> rows) {
    return people
        .tombstones()
        .marked(rows.stream().flatMap(BroughtRow::marks).collect(Collectors.toSet()));
  }

  private void take(List<BroughtRow> batch, Bringing bringing) {
    var erased = erasedOf(batch);
    var said = new LinkedHashMap<DealingRow.Said, BroughtRow>();
    for (var row : batch) {
      switch (row.read()) {
        case DealingRow.Said one when !row.isOf(erased) -> said.put(one, row);
        case DealingRow.Said one -> bringing.tally().rejected(forgotten(one.row()));
        case DealingRow.Refused(var bad) ->
            bringing.tally().rejected(row.mayBeOf(erased) ? forgotten(bad) : bad);
      }
    }
    store(said, erased, bringing);
  }

  /** Nothing is kept of it. */
  private static Row.Bad forgotten(Row row) {
    return Row.Bad.unreadable(row.line(), "PERSON_ERASED", Map.of());
  }

  private void store(
      Map<DealingRow.Said, BroughtRow> batch, Set<String> erased, Bringing bringing) {
    var tally = bringing.tally();
    var subjects = subjects(batch.keySet());
    var answered = answered(batch.keySet());
    var done = new ArrayList<Dealing>(batch.size());
    var others = new ArrayList<Dealing>();
    batch.forEach(
        (said, row) -> {
          var subject = subjects.get(said);
          if (subject == null) {
            tally.rejected(row.mayBeOf(erased) ? forgotten(said.row()) : unknown(said.row()));
          } else {
            var id = said.id(DealingMarks.named(said.row()), said.deed());
            done.add(new Dealing(id, subject, said.time(), said.deed()));
            other(said, answered.getOrDefault(said, "")).ifPresent(others::add);
          }
        });
    var written = dealings.add(done, bringing.at());
    dealings.add(others, bringing.at());
    tally.imported(written.added());
    tally.updated(written.changed());
    tally.unchanged(done.size() - written.added() - written.changed());
  }

  private static Row.Bad unknown(Row.Good row) {
    return row.refused(personField(row), "DEALING_PERSON", Map.of());
  }

  /** Who was answered was spoken to. */
  private static Optional<Dealing> other(DealingRow.Said said, String subject) {
    if (!(said.deed() instanceof Dealing.Deed.Act(var community, var kind))
        || kind != Dealing.Kind.GIVEN
        || subject.isEmpty()) {
      return Optional.empty();
    }
    var deed = new Dealing.Deed.Act(community, Dealing.Kind.RECEIVED);
    var id = said.id(DealingMarks.answered(said.row()), deed);
    return Optional.of(new Dealing(id, subject, said.time(), deed));
  }

  private Map<DealingRow.Said, String> subjects(Collection<DealingRow.Said> batch) {
    var subjects = new HashMap<DealingRow.Said, String>();
    var names = new HashMap<DealingRow.Said, RecordName>();
    var others = new ArrayList<DealingRow.Said>();
    for (var said : batch) {
      DealingMarks.record(said.row())
          .ifPresentOrElse(name -> names.put(said, name), () -> others.add(said));
    }
    var known = people.records().find(names.values());
    names.forEach(
        (said, name) -> {
          if (known.containsKey(name)) {
            subjects.put(said, name.toString());
          }
        });
    resolved(others, said -> keys(said.row()), subjects);
    return subjects;
  }

  private Map<DealingRow.Said, String> answered(Collection<DealingRow.Said> batch) {
    var answered = new HashMap<DealingRow.Said, String>();
    var replies = batch.stream().filter(said -> said.row().has("in_reply_to")).toList();
    resolved(
        replies,
        said -> new Resolving.Keys("", "", "", "", said.row().value("in_reply_to")),
        answered);
    return answered;
  }

  private void resolved(
      List<DealingRow.Said> asked,
      Function<DealingRow.Said, Resolving.Keys> keys,
      Map<DealingRow.Said, String> into) {
    if (asked.isEmpty()) {
      return;
    }
    var profiles = people.resolving().resolve(asked.stream().map(keys).toList()).profiles();
    for (int i = 0; i < asked.size(); i++) {
      if (!profiles.get(i).isEmpty()) {
        into.put(asked.get(i), profiles.get(i));
      }
    }
  }

  private static Resolving.Keys keys(Row.Good row) {
    return new Resolving.Keys("", "", row.value("email"), row.value("phone"), row.value("handle"));
  }

  private static String personField(Row.Good row) {
    for (var field : List.of("record", "email", "phone", "handle")) {
      if (row.has(field)) {
        return field;
      }
    }
    return "record";
  }
}
