package org.masterplan.profiles.connection.jobs;

import com.google.protobuf.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.intake.Cells;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.dictionary.domain.Hashes;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.StillHeld;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.KeyComparison;

/**
 * Compares the ids in a source's database with those of its records, as a long-running operation:
 * so rows are noticed that were deleted there, and it is noted of the others that the source still
 * says them. No record is changed by it, so that one that is interrupted begins anew. Ids of the
 * database are held as hashes, some 16 bytes each.
 */
public final class CompareWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "compare";

  private static final int NAMED = 100;

  private final ConnectionDesk desk;
  private final Records records;
  private final StillHeld held;
  private final Clock clock;

  public CompareWork(ConnectionDesk desk, Records records, StillHeld held, Clock clock) {
    this.desk = desk;
    this.records = records;
    this.held = held;
    this.clock = clock;
  }

  /** What an operation of a comparison is started with. */
  public static Map<String, String> payload(ResourceName source) {
    return Map.of("source", source.id());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    var source = new ResourceName("sources", run.payload().getOrDefault("source", ""));
    var began = clock.instant();
    var comparing = new Comparing(run, began, held.look(source, began));
    desk.keys(source, comparing::key);
    records.each(source.id(), comparing::record);
    return comparing.end();
  }

  /** One comparison: first all ids of the database, then all records. */
  private final class Comparing {
    private final Run run;
    private final Instant began;
    private final StillHeld.Look look;
    private final Pace pace = new Pace(clock);
    private final LongIndex ids = new LongIndex();
    private final KeyComparison.Builder found = KeyComparison.newBuilder();
    private long rows;
    private long records;
    private long there;

    Comparing(Run run, Instant began, StillHeld.Look look) {
      this.run = run;
      this.began = began;
      this.look = look;
    }

    /** A pull reads rows as those of a file are read: so does this. */
    void key(String cell) {
      rows++;
      var id = RowReading.id(Cells.clean(cell));
      if (!id.isEmpty()) {
        ids.add(Hashes.of(id));
      }
      report();
    }

    /** What came in since the comparison began may be of a row that was not there to be read. */
    void record(SourceRecord record) {
      records++;
      if (ids.find(Hashes.of(record.name().id())) >= 0) {
        there++;
        look.add(record.name());
      } else if (record.origin().loadedAt().isBefore(began)) {
        absent(record);
      }
      report();
    }

    private void absent(SourceRecord record) {
      found.setAbsent(found.getAbsent() + 1);
      if (found.getAbsentRecordsCount() < NAMED) {
        found.addAbsentRecords(record.name().toString());
      }
    }

    private void report() {
      if (pace.isDue(rows + records)) {
        run.report(new Progress(rows, records, 0, 0, 0), Map.of());
      }
    }

    KeyComparison end() {
      look.end();
      run.report(new Progress(rows, records, 0, 0, 0), Map.of());
      return found.setRows(rows).setRecords(records).setUnloaded(ids.size() - there).build();
    }
  }
}
