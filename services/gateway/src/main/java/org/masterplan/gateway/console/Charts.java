package org.masterplan.gateway.console;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.registry.v1.Portfolio.SegmentLine;

/** The numbers of charts, as the script in the page reads them. */
final class Charts {
  private static final Gson GSON = new Gson();
  private static final List<String> HEALTHS =
      List.of("ALIVE", "FADING", "GHOST_SHIP", "ORPHANED", "NOT_OBSERVED");

  private Charts() {}

  /**
   * One kind of bar.
   *
   * @param look which colour and pattern: a health, or {@code ACTIVE}, {@code KNOWN}
   * @param data for each label; null where nobody looked, which is no bar, not one of length 0
   */
  record Series(String name, String look, List<@Nullable Long> data) {}

  /** A bar chart. */
  record Bars(List<String> labels, List<Series> series, boolean stacked) {}

  /** People known and active, by customer segment. */
  static String people(List<SegmentLine> lines, Function<String, String> words) {
    return bars(
        titles(lines, words),
        List.of(
            series(lines, words.apply("figure.active"), "ACTIVE", Charts::active),
            series(lines, words.apply("figure.known"), "KNOWN", SegmentLine::getKnown)),
        false);
  }

  /** Communities by health, by customer segment. */
  static String health(List<SegmentLine> lines, Function<String, String> words) {
    var series =
        HEALTHS.stream()
            .map(
                h ->
                    series(
                        lines,
                        words.apply("health." + h),
                        h,
                        line -> line.getByHealthMap().getOrDefault(h, 0L)))
            .filter(s -> s.data().stream().anyMatch(n -> n != null && n > 0))
            .toList();
    return bars(titles(lines, words), series, true);
  }

  private static String bars(List<String> labels, List<Series> series, boolean stacked) {
    return GSON.toJson(new Bars(labels, series, stacked));
  }

  /**
   * Communities that serve no segment stand in a line of their own, which the plan has no title
   * for.
   */
  private static List<String> titles(List<SegmentLine> lines, Function<String, String> words) {
    return lines.stream()
        .map(line -> line.getTitle().isEmpty() ? words.apply("segment.none") : line.getTitle())
        .toList();
  }

  private static @Nullable Long active(SegmentLine line) {
    return line.getObserved() > 0 ? (Long) line.getActive() : null;
  }

  private static Series series(
      List<SegmentLine> lines,
      String name,
      String look,
      Function<SegmentLine, @Nullable Long> number) {
    var data = new ArrayList<@Nullable Long>();
    lines.forEach(line -> data.add(number.apply(line)));
    return new Series(name, look, data);
  }
}
