package org.masterplan.matching.engine;

import java.util.List;
import org.masterplan.matching.candidate.CandidateLimits;
import org.masterplan.matching.table.Formats;
import org.masterplan.matching.table.RecordKey;

/**
 * What a run may be told; none of it is needed.
 *
 * @param threads more of them change the time, never the answer
 * @param links decisions of people
 * @param alarmSize entities of more records than this are reported
 */
public record Settings(
    Formats formats, CandidateLimits limits, int threads, List<Link> links, int alarmSize) {
  public static final Settings DEFAULT =
      new Settings(Formats.NONE, CandidateLimits.DEFAULT, 1, List.of(), 50);

  public Settings {
    links = List.copyOf(links);
  }

  /** A person's decision about two records. */
  public record Link(RecordKey left, RecordKey right, boolean same) {
    /** Bits: one person, whatever speaks against it. */
    public static final double MUST = 1e6;

    /** Heavier than all must-links together: keeping apart wins over joining. */
    public static final double CANNOT = -1e12;

    /** What it weighs in the place of evidence, in bits. */
    public double weight() {
      return same ? MUST : CANNOT;
    }
  }

  public Settings withFormats(Formats other) {
    return new Settings(other, limits, threads, links, alarmSize);
  }

  public Settings withThreads(int other) {
    return new Settings(formats, limits, other, links, alarmSize);
  }

  public Settings withLinks(List<Link> other) {
    return new Settings(formats, limits, threads, other, alarmSize);
  }
}
