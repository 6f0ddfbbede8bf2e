package org.masterplan.profiles.connection.jobs;

import com.google.protobuf.Message;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.source.app.Gate;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.jobs.LoadRun;

/**
 * Pulls as long-running operations: the rows of the database are stored on disk, then loaded as a
 * file is, then where the next pull goes on is stored. Interrupted while it reads, or taken over by
 * another machine, it reads again.
 */
public final class PullWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "pull";

  private static final String JSON_LINES = "application/jsonl";

  private final ConnectionDesk desk;
  private final LoadDesk loads;
  private final Loading loading;
  private final Spool spool;
  private final Clock clock;

  /** Where the rows go that a pull has read. */
  public record Intake(LoadDesk loads, Loading loading, Spool spool) {}

  public PullWork(ConnectionDesk desk, Intake intake, Clock clock) {
    this.desk = desk;
    this.loads = intake.loads();
    this.loading = intake.loading();
    this.spool = intake.spool();
    this.clock = clock;
  }

  /** What an operation of a pull is started with. */
  public static Map<String, String> payload(ResourceName source, boolean all) {
    return Map.of(
        "source", source.id(),
        "all", Boolean.toString(all),
        "actor", Caller.current().subject(),
        "language", Caller.language().toLanguageTag());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    var gate = loading.gate(source(run), LoadRun.id(run));
    var fetched = isStillThere(run) ? Fetched.of(run.checkpoint()) : fetch(run, gate);
    var result = fetched.body().isEmpty() ? nothing(run) : load(run, fetched);
    desk.pulled(source(run), fetched.definition(), fetched.read(), mapped(run, fetched));
    gate.close();
    return result;
  }

  private boolean isStillThere(Run run) {
    var checkpoint = run.checkpoint();
    return Fetched.isIn(checkpoint)
        && (LoadRun.isFinished(run) || loading.isHere(Fetched.of(checkpoint).body()));
  }

  private Fetched fetch(Run run, Gate gate) {
    var definition = desk.get(source(run)).definition();
    boolean all = Boolean.parseBoolean(run.payload().getOrDefault("all", "false"));
    var from = all ? "" : desk.goesOn(source(run));
    var way = new Fetched.Way(from.isEmpty(), desk.columnsFor(source(run)));
    int reading = Fetched.readings(run.checkpoint()) + 1;
    var pace = new Pace(clock);
    try (var rows = new SpooledRows(spool)) {
      gate.pass();
      run.report(Progress.NONE, Fetched.begun(reading));
      var read =
          desk.read(
              source(run),
              definition,
              from,
              row -> {
                rows.add(row);
                if (pace.isDue(rows.rows())) {
                  gate.pass();
                  run.report(bytes(rows), Fetched.begun(reading));
                }
              });
      var body = rows.finish().map(Spool.Spooled::copy).orElse("");
      var fetched = new Fetched(definition, read, body, rows.bytes(), reading, way);
      run.report(bytes(rows), fetched.checkpoint());
      return fetched;
    }
  }

  private static Progress bytes(SpooledRows rows) {
    return new Progress(0, 0, 0, rows.bytes(), 0);
  }

  /** A body that is refused is not kept: the next pull reads anew. */
  private ImportResult load(Run run, Fetched fetched) {
    var load = named(run, fetched);
    try {
      if (!LoadRun.isFinished(run)) {
        var by = new Actor(load.actor(), Set.of(), Set.of(), "");
        loads.load(load.source(), load.body(), load.contentType(), by);
        desk.requireId(load.source());
      }
      var language = Locale.forLanguageTag(run.payload().getOrDefault("language", "en"));
      var whole = fetched.way().all() ? load.whole(mapped(run, fetched)) : load;
      return new LoadRun(loading, language).run(run, whole, fetched.bytes(), fetched.checkpoint());
    } catch (Refusal refused) {
      loading.forget(load);
      throw refused;
    }
  }

  /**
   * Rows that were read once more may have changed meanwhile, so that each reading is a load of its
   * own; only the first bears the operation's plain name.
   */
  private static Load named(Run run, Fetched fetched) {
    var operation = LoadRun.id(run);
    var id = fetched.reading() == 1 ? operation : operation + "-" + fetched.reading();
    var actor = run.payload().getOrDefault("actor", "");
    return new Load(id, source(run), fetched.body(), JSON_LINES, actor, "");
  }

  /** How its rows are read; where all columns were fetched, as the mapping says by now. */
  private String mapped(Run run, Fetched fetched) {
    var mapped = fetched.way().mapped();
    return mapped.isEmpty() ? desk.mapped(source(run)) : mapped;
  }

  private static ResourceName source(Run run) {
    return new ResourceName("sources", run.payload().getOrDefault("source", ""));
  }

  private static ImportResult nothing(Run run) {
    return ImportResult.newBuilder().setImportId(LoadRun.id(run)).build();
  }
}
