package org.masterplan.profiles.source.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.Load;

/**
 * The part of an operation that loads a body, with its progress and checkpoint in the operation's
 * document; for every kind of work that has a body to load. Its result is told in {@code language}.
 */
public record LoadRun(Loading loading, Locale language) {
  /** How many rows that were not taken an operation tells; the others are listed by the source. */
  private static final int SHOWN = 100;

  private static final String IMPORTED = "imported";
  private static final String FINISHED = "finished";

  /** Whether a checkpoint says that the load is over, so that its body is needed no more. */
  public static boolean isFinished(Run run) {
    return run.checkpoint().containsKey(FINISHED);
  }

  /** The id of an operation. */
  public static String id(Run run) {
    return run.name().substring("operations/".length());
  }

  /** Loads from where an earlier run was; {@code kept} stays in the checkpoint beside it. */
  public ImportResult run(Run run, Load load, long bytes, Map<String, String> kept) {
    var course = new StoredCourse(run, bytes, kept);
    var done = isFinished(run) ? course.reached() : finish(load, course);
    // Personal data are kept as records, not also as files.
    loading.forget(load);
    return ImportResult.newBuilder()
        .setImported(done.imported())
        .setUpdated(done.updated())
        .setUnchanged(done.unchanged())
        .addAllRejected(refused(load))
        .setRejectedTotal(done.rejected())
        .setImportId(load.id())
        .build();
  }

  /** Told masked, whatever the field: the operation is read by whoever started it, or by others. */
  private List<ImportResult.Rejected> refused(Load load) {
    return loading.refused(load, SHOWN).stream()
        .map(row -> ImportResults.rejected(row, language, Set.of(row.field())))
        .toList();
  }

  /** Once this is stored the body is needed no more, whatever happens next. */
  private Load.Progress finish(Load load, StoredCourse course) {
    var done = loading.run(load, course);
    var last = course.checkpoint(done);
    last.put(FINISHED, "true");
    course.run().report(progress(done, course.bytes(), course.bytes()), last);
    return done;
  }

  private static Progress progress(Load.Progress done, long worked, long bytes) {
    return new Progress(done.read(), done.accepted(), done.rejected(), worked, bytes);
  }

  /** Progress and checkpoint in the operation's document. */
  private record StoredCourse(Run run, long bytes, Map<String, String> kept)
      implements Loading.Course {
    /** What was reported before the first batch, or about another body, is not this load's. */
    @Override
    public Load.Progress reached() {
      var checkpoint = run.checkpoint();
      if (!checkpoint.containsKey(IMPORTED)
          || !checkpoint.entrySet().containsAll(kept.entrySet())) {
        return Load.Progress.NONE;
      }
      var reported = run.progress();
      return new Load.Progress(
          reported.read(),
          count(IMPORTED),
          count("updated"),
          count("unchanged"),
          reported.rejected(),
          reported.bytes());
    }

    @Override
    public void report(Load.Progress done) {
      run.report(progress(done, Math.min(done.bytes(), bytes), bytes), checkpoint(done));
    }

    HashMap<String, String> checkpoint(Load.Progress done) {
      var checkpoint = new HashMap<>(kept);
      checkpoint.put(IMPORTED, Long.toString(done.imported()));
      checkpoint.put("updated", Long.toString(done.updated()));
      checkpoint.put("unchanged", Long.toString(done.unchanged()));
      return checkpoint;
    }

    private long count(String name) {
      return Long.parseLong(run.checkpoint().getOrDefault(name, "0"));
    }
  }
}
