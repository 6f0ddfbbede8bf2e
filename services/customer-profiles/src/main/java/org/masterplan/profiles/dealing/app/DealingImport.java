package org.masterplan.profiles.dealing.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * Takes in what people did, of those who are known: a row whose person nobody knows is kept, and
 * may be known when it is replayed.
 */
public final class DealingImport {
  private static final int BATCH = 500;

  private final Dealings dealings;
  private final Records records;
  private final Resolving resolving;
  private final Clock clock;

  public DealingImport(Dealings dealings, Records records, Resolving resolving, Clock clock) {
    this.dealings = dealings;
    this.records = records;
    this.resolving = resolving;
    this.clock = clock;
  }

  /** Takes the rows in, in batches. */
  public void run(Rows rows, ImportTally tally) {
    var reader = new DealingRow.Reader(clock.instant());
    var batch = new ArrayList<DealingRow.Said>(BATCH);
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> {
          switch (reader.read(good)) {
            case DealingRow.Refused(var bad) -> tally.rejected(bad);
            case DealingRow.Said said -> batch.add(said);
          }
        }
      }
      if (batch.size() == BATCH || !rows.hasNext()) {
        store(batch, tally);
        batch.clear();
      }
    }
  }

  private void store(List<DealingRow.Said> batch, ImportTally tally) {
    var subjects = subjects(batch);
    var answered = answered(batch);
    var done = new ArrayList<Dealing>(batch.size());
    var others = new ArrayList<Dealing>();
    for (var said : batch) {
      var subject = subjects.get(said);
      if (subject == null) {
        tally.rejected(said.row().refused(personField(said.row()), "DEALING_PERSON", Map.of()));
        continue;
      }
      var dealing = dealing(said, subject, said.deed());
      done.add(dealing);
      other(said, answered.getOrDefault(said, "")).ifPresent(others::add);
    }
    long added = dealings.add(done);
    dealings.add(others);
    tally.imported(added);
    tally.unchanged(done.size() - added);
  }

  /** Who was answered was spoken to. */
  private static Optional<Dealing> other(DealingRow.Said said, String subject) {
    return said.deed() instanceof Dealing.Deed.Act(var community, var kind)
            && kind == Dealing.Kind.GIVEN
            && !subject.isEmpty()
        ? Optional.of(
            dealing(said, subject, new Dealing.Deed.Act(community, Dealing.Kind.RECEIVED)))
        : Optional.empty();
  }

  private static Dealing dealing(DealingRow.Said said, String subject, Dealing.Deed deed) {
    var what =
        switch (deed) {
          case Dealing.Deed.Order _ -> "order";
          case Dealing.Deed.Rating _ -> "rating";
          case Dealing.Deed.Act(var community, var kind) -> community + "|" + kind;
        };
    // An order has its id; what was done in a community at one time by one person is one thing.
    var unique = said.id().isEmpty() ? said.time().toString() : said.id();
    var id = String.join("|", what, subject, unique);
    return new Dealing(id, subject, said.time(), deed);
  }

  private Map<DealingRow.Said, String> subjects(List<DealingRow.Said> batch) {
    var subjects = new HashMap<DealingRow.Said, String>();
    var names = new HashMap<DealingRow.Said, RecordName>();
    var others = new ArrayList<DealingRow.Said>();
    for (var said : batch) {
      record(said.row()).ifPresentOrElse(name -> names.put(said, name), () -> others.add(said));
    }
    var known = records.find(names.values());
    names.forEach(
        (said, name) -> {
          if (known.containsKey(name)) {
            subjects.put(said, name.toString());
          }
        });
    resolved(others, said -> keys(said.row()), subjects);
    return subjects;
  }

  private Map<DealingRow.Said, String> answered(List<DealingRow.Said> batch) {
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
      java.util.function.Function<DealingRow.Said, Resolving.Keys> keys,
      Map<DealingRow.Said, String> into) {
    if (asked.isEmpty()) {
      return;
    }
    var profiles = resolving.resolve(asked.stream().map(keys).toList()).profiles();
    for (int i = 0; i < asked.size(); i++) {
      if (!profiles.get(i).isEmpty()) {
        into.put(asked.get(i), profiles.get(i));
      }
    }
  }

  private static Optional<RecordName> record(Row.Good row) {
    return row.has("source") && row.has("record")
        ? Optional.of(new RecordName(row.value("source"), row.value("record")))
        : Optional.empty();
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
