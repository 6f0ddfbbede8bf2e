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
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.KeyComparison;

/**
 * Compares the ids in a source's database with those of its records, as a long-running operation:
 * so rows are noticed that were deleted there. Nothing is changed by it, so that one that is
 * interrupted begins anew. Ids of the database are held as hashes, some 16 bytes each.
 */
public final class CompareWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "compare";

  private static final int NAMED = 100;

  private final ConnectionDesk desk;
  private final Records records;
  private final Clock clock;

  public CompareWork(ConnectionDesk desk, Records records, Clock clock) {
    this.desk = desk;
    this.records = records;
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
    var comparing = new Comparing(run, clock.instant());
    desk.keys(source, comparing::key);
    records.each(source.id(), comparing::record);
    return comparing.end();
  }

  /** One comparison: first all ids of the database, then all records. */
  private final class Comparing {
    private final Run run;
    private final Instant began;
    private final Pace pace = new Pace(clock);
    private final LongIndex ids = new LongIndex();
    private final KeyComparison.Builder found = KeyComparison.newBuilder();
    private long rows;
    private long held;
    private long there;

    Comparing(Run run, Instant began) {
      this.run = run;
      this.began = began;
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
      held++;
      if (ids.find(Hashes.of(record.name().id())) >= 0) {
        there++;
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
      if (pace.isDue(rows + held)) {
        run.report(new Progress(rows, held, 0, 0, 0), Map.of());
      }
    }

    KeyComparison end() {
      run.report(new Progress(rows, held, 0, 0, 0), Map.of());
      return found.setRows(rows).setRecords(held).setUnloaded(ids.size() - there).build();
    }
  }
}
