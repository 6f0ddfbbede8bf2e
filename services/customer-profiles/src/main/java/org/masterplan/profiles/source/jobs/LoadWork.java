package org.masterplan.profiles.source.jobs;

import com.google.longrunning.Operation;
import com.google.protobuf.Message;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.Load;

/** Loads as long-running operations. */
public final class LoadWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "load";

  private final Loading loading;
  private final String machine;

  /** Prepares the work; {@code machine} names the machine on which bodies are stored. */
  public LoadWork(Loading loading, String machine) {
    this.loading = loading;
    this.machine = machine;
  }

  /** Starts it, or answers the one under way with the same bytes, which needs no second body. */
  public Operation start(Operations operations, Load load, long bytes) {
    var payload = payload(load, bytes);
    var started = operations.start(KIND, load.id(), payload);
    if (!operations.isStartedWith(started.getName(), payload)) {
      loading.forget(load);
    }
    return started;
  }

  private Map<String, String> payload(Load load, long bytes) {
    return Map.of(
        "machine", machine,
        "source", load.source().id(),
        "body", load.body(),
        "contentType", load.contentType(),
        "bytes", Long.toString(bytes),
        "actor", load.actor(),
        "whole", load.whole(),
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
            LoadRun.id(run),
            new ResourceName("sources", with.getOrDefault("source", "")),
            with.getOrDefault("body", ""),
            with.getOrDefault("contentType", ""),
            with.getOrDefault("actor", ""),
            with.getOrDefault("whole", ""));
    var bytes = Long.parseLong(with.getOrDefault("bytes", "0"));
    var language = Locale.forLanguageTag(with.getOrDefault("language", "en"));
    return new LoadRun(loading, language).run(run, load, bytes, Map.of());
  }
}
