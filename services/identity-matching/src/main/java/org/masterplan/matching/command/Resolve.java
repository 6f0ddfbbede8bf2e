package org.masterplan.matching.command;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.quality.PairQuality;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.record.SourceMapping;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/** The command {@code resolve}: rows of files in, entities and a report out. */
public final class Resolve {
  private final InstantSource clock;

  public Resolve(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A file that was opened.
   *
   * @param source its name without extension
   * @param mapping of its columns; {@code mapping.source()} may be empty (the default of all)
   */
  public record Input(String source, Rows rows, SourceMapping mapping) {}

  /**
   * What to do.
   *
   * @param truth the column that names the true entity; empty = none is known
   */
  public record Request(List<Input> inputs, String truth, int threads) {
    public Request {
      inputs = List.copyOf(inputs);
    }
  }

  /** What was found, and what is printed of it. */
  public record Answer(Resolution resolution, Report report) {}

  /**
   * Resolves; reads every input to its end and leaves closing them to the caller.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields before reading, where the mappings name
   *     more fields than can be compared
   */
  public Answer run(Request request) {
    return run(request, Resolver::resolve);
  }

  /**
   * As above, but weighs by what an earlier run learned.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where that run compared other fields
   */
  public Answer run(Request request, Learned learned) {
    return run(request, (batch, settings) -> Resolver.resolve(batch, settings, learned));
  }

  private interface Engine {
    Resolution resolve(Batch batch, Settings settings);
  }

  private Answer run(Request request, Engine engine) {
    var start = clock.instant();
    var schema = Schema.union(request.inputs().stream().map(Input::mapping).toList());
    Comparer.requireFit(new Table(schema));
    int thisYear = start.atZone(ZoneOffset.UTC).getYear();
    var formats = new Formats(request.inputs().stream().map(Resolve::named).toList(), thisYear);
    var taken = new Taken(schema, request.truth(), new Batch(schema, formats));
    request.inputs().forEach(taken::read);
    var settings =
        Settings.DEFAULT.withFormats(formats).withThreads(Math.max(1, request.threads()));
    var found = engine.resolve(taken.batch, settings);
    var seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    return new Answer(found, report(found, taken, settings, seconds));
  }

  private static SourceMapping named(Input input) {
    return new SourceMapping(input.source(), input.mapping().idColumn(), input.mapping().columns());
  }

  private static Report report(Resolution found, Taken taken, Settings settings, double seconds) {
    return new Report(
        found.table().size(),
        List.copyOf(taken.rejected),
        found.candidates().pairs().length,
        found.count(),
        Alarm.of(found, settings.alarmSize()),
        seconds,
        PeakMemory.ofThisProcess(),
        taken.truth.isEmpty() ? Optional.empty() : Optional.of(quality(found, taken.truth)));
  }

  private static PairQuality quality(Resolution found, Map<RecordKey, String> truth) {
    var numbers = new HashMap<String, Integer>();
    var entities = new int[found.table().size()];
    for (int r = 0; r < entities.length; r++) {
      var named = truth.getOrDefault(found.table().key(r), "");
      var number = named.isEmpty() ? null : numbers.get(named);
      entities[r] = number == null ? numbers.size() : number;
      // A record without a truth is an entity of its own.
      if (number == null) {
        numbers.put(named.isEmpty() ? "\u0000" + r : named, numbers.size());
      }
    }
    return PairQuality.of(found.entities(), entities, found.candidates().pairs());
  }

  /** The records that could be read, as numbers, and the rows that could not. */
  private static final class Taken {
    private final Schema schema;
    private final String truthColumn;
    private final Batch batch;
    private final List<Report.Rejected> rejected = new ArrayList<>();
    private final Map<RecordKey, Long> lines = new HashMap<>();
    private final Map<RecordKey, String> truth = new LinkedHashMap<>();

    Taken(Schema schema, String truthColumn, Batch batch) {
      this.schema = schema;
      this.batch = batch;
      this.truthColumn = truthColumn;
    }

    void read(Input input) {
      long number = 0;
      while (input.rows().hasNext()) {
        number++;
        switch (input.rows().next()) {
          case Row.Good row -> once(input, row, key(input, row, number));
          case Row.Bad row -> rejected.add(new Report.Rejected(input.source(), row));
        }
      }
    }

    /** The row's id; else its number, written so that no id of the column can be meant. */
    private static RecordKey key(Input input, Row.Good row, long number) {
      var column = input.mapping().idColumn();
      var id = column.isEmpty() ? Long.toString(number) : row.value(column);
      return new RecordKey(input.source(), id.isEmpty() ? "row:" + number : id);
    }

    /** Of two rows with one id the first is taken. */
    private void once(Input input, Row.Good row, RecordKey key) {
      var earlier = lines.putIfAbsent(key, row.line());
      if (earlier == null) {
        take(input.mapping(), row, key);
        return;
      }
      var bad =
          row.refused(
              input.mapping().idColumn(),
              "RECORD_TWICE",
              Map.of("value", key.id(), "earlier", Long.toString(earlier)));
      rejected.add(new Report.Rejected(input.source(), bad));
    }

    private void take(SourceMapping mapping, Row.Good row, RecordKey key) {
      var values = new ArrayList<String>(schema.fields().size());
      for (Field field : schema.fields()) {
        var column = mapping.columns().get(field);
        values.add(column == null ? "" : row.value(column.name()));
      }
      batch.add(new RawRecord(key.source(), key.id(), values));
      if (!truthColumn.isEmpty()) {
        truth.put(key, row.value(truthColumn));
      }
    }
  }
}
