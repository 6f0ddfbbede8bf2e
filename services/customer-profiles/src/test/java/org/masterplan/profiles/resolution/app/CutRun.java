package org.masterplan.profiles.resolution.app;

import java.util.Map;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;

/** A run that is cut off after its first report, which is stored. */
final class CutRun implements Run {
  private final Map<String, String> payload;
  private final Map<String, String> begun;

  /** The checkpoint that the next run goes on from. */
  Map<String, String> reached;

  /** It has been cut off. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  CutRun(Map<String, String> payload, Map<String, String> begun) {
    this.payload = payload;
    this.begun = begun;
    this.reached = begun;
  }

  @Override
  public String name() {
    return "operations/profiles-apply-r";
  }

  @Override
  public String startedBy() {
    return "lan@data";
  }

  @Override
  public Map<String, String> payload() {
    return payload;
  }

  @Override
  public Map<String, String> checkpoint() {
    return begun;
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }

  @Override
  public long fence() {
    return 1;
  }

  @Override
  public void report(Progress progress, Map<String, String> checkpoint) {
    reached = Map.copyOf(checkpoint);
    throw new Killed();
  }
}
