package org.masterplan.profiles.review.jobs;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.review.app.Searching;

/** Records are looked through as a long-running operation. */
public final class SearchWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "search-reviews";

  private static final String LOTS = "lots";

  private final Searching searching;
  private final Supplier<Message> told;

  /**
   * Prepares the work.
   *
   * @param told what the operation answers
   */
  public SearchWork(Searching searching, Supplier<Message> told) {
    this.searching = searching;
    this.told = told;
  }

  /** What an operation is started with that draws so many pairs by chance. */
  public static Map<String, String> payload(int lots) {
    return Map.of(LOTS, Integer.toString(lots));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    int lots = Integer.parseInt(run.payload().getOrDefault(LOTS, "0"));
    var id = run.name().substring(run.name().indexOf('/') + 1);
    var search = searching.search(id, run.startedBy(), lots);
    long pairs = search.pairs().values().stream().mapToLong(Long::longValue).sum();
    run.report(new Progress(pairs, pairs, 0, 0, 0), Map.of());
    return told.get();
  }
}
