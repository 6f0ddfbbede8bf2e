package org.masterplan.matching.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.matching.quality.PairQuality;

/**
 * What {@code resolve} says at its end.
 *
 * @param alarms every entity that somebody has to look at
 * @param quality where a truth was given
 */
public record Report(
    int records,
    List<Rejected> rejected,
    int pairs,
    int entities,
    List<Alarm> alarms,
    double seconds,
    PeakMemory memory,
    Optional<PairQuality> quality) {

  /** A row that could not be read, and why. */
  public record Rejected(String source, Row.Bad row) {}

  /** For people to read, one figure a line. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line("records %,d", records));
    lines.add(line("rejected %,d", rejected.size()));
    lines.add(line("pairs %,d", pairs));
    lines.add(line("entities %,d", entities));
    lines.add(line("entities to look at %,d", alarms.size()));
    lines.add(line("seconds %.1f", seconds));
    lines.add(line("memory %,d MiB at most", memory.mebibytes()));
    quality.ifPresent(
        q -> {
          lines.add(line("precision %.4f", q.precision()));
          lines.add(line("recall %.4f", q.recall()));
          lines.add(line("F1 %.4f", q.f1()));
          lines.add(line("blocking recall %.4f", q.blockingRecall()));
          lines.add(line("largest entity %,d", q.largest()));
        });
    return List.copyOf(lines);
  }

  private static String line(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
