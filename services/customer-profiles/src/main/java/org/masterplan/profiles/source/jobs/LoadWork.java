package org.masterplan.profiles.source.jobs;

import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.Load;

/** Loads as long-running operations. */
public final class LoadWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "load";

  /** How many rows that were not taken an operation tells; the others are listed by the source. */
  private static final int SHOWN = 100;

  private static final String FINISHED = "finished";

  private final Loading loading;
  private final String machine;

  /** Prepares the work; {@code machine} names the machine on which bodies are stored. */
  public LoadWork(Loading loading, String machine) {
    this.loading = loading;
    this.machine = machine;
  }

  /** What an operation of a load is started with. */
  public Map<String, String> payload(Load load, long bytes) {
    return Map.of(
        "machine", machine,
        "source", load.source().id(),
        "body", load.body(),
        "contentType", load.contentType(),
        "bytes", Long.toString(bytes),
        "actor", load.actor(),
        "language", Caller.language().toLanguageTag());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isHere(Map<String, String> payload) {
    return loading.isHere(payload.getOrDefault("body", "")) || machine.equals(boundTo(payload));
  }

  @Override
  public String boundTo(Map<String, String> payload) {
    return payload.getOrDefault("machine", "");
  }

  @Override
  public String machine() {
    return machine;
  }

  @Override
  public Message run(Run run) {
    var with = run.payload();
    var load =
        new Load(
            run.name().substring("operations/".length()),
            new ResourceName("sources", with.getOrDefault("source", "")),
            with.getOrDefault("body", ""),
            with.getOrDefault("contentType", ""),
            with.getOrDefault("actor", ""));
    long bytes = Long.parseLong(with.getOrDefault("bytes", "0"));
    var course = new StoredCourse(run, bytes);
    var done = course.finished() ? course.reached() : finish(load, course);
    // Personal data are kept as records, not also as files.
    loading.forget(load);
    var language = Locale.forLanguageTag(with.getOrDefault("language", "en"));
    return ImportResult.newBuilder()
        .setImported(done.imported())
        .setUpdated(done.updated())
        .setUnchanged(done.unchanged())
        .addAllRejected(refused(load, language))
        .setRejectedTotal(done.rejected())
        .setImportId(load.id())
        .build();
  }

  /** Told masked, whatever the field: the operation is read by whoever started it, or by others. */
  private List<ImportResult.Rejected> refused(Load load, Locale language) {
    return loading.refused(load, SHOWN).stream()
        .map(row -> ImportResults.rejected(row, language, Set.of(row.field())))
        .toList();
  }

  /** Once this is stored the body is needed no more, whatever happens next. */
  private Load.Progress finish(Load load, StoredCourse course) {
    var done = loading.run(load, course);
    var last = new HashMap<>(checkpoint(done));
    last.put(FINISHED, "true");
    course.run().report(progress(done, course.bytes(), course.bytes()), last);
    return done;
  }

  private static Progress progress(Load.Progress done, long worked, long bytes) {
    return new Progress(done.read(), done.accepted(), done.rejected(), worked, bytes);
  }

  private static Map<String, String> checkpoint(Load.Progress done) {
    return Map.of(
        "imported", Long.toString(done.imported()),
        "updated", Long.toString(done.updated()),
        "unchanged", Long.toString(done.unchanged()));
  }

  /** Progress and checkpoint in the operation's document. */
  private record StoredCourse(Run run, long bytes) implements Loading.Course {
    @Override
    public Load.Progress reached() {
      var reported = run.progress();
      return new Load.Progress(
          reported.read(),
          count("imported"),
          count("updated"),
          count("unchanged"),
          reported.rejected(),
          reported.bytes());
    }

    @Override
    public void report(Load.Progress done) {
      run.report(progress(done, Math.min(done.bytes(), bytes), bytes), checkpoint(done));
    }

    boolean finished() {
      return run.checkpoint().containsKey(FINISHED);
    }

    private long count(String name) {
      return Long.parseLong(run.checkpoint().getOrDefault(name, "0"));
    }
  }
}
