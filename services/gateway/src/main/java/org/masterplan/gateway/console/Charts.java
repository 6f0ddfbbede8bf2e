package org.masterplan.gateway.console;

import com.google.gson.Gson;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
   */
  record Series(String name, String look, List<Long> data) {}

  /** A bar chart. */
  record Bars(List<String> labels, List<Series> series, boolean stacked) {}

  /** People known and active, by customer segment. */
  static String people(List<SegmentLine> lines, Function<String, String> words) {
    return bars(
        titles(lines, words),
        List.of(
            series(lines, words.apply("figure.active"), "ACTIVE", SegmentLine::getActive),
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
            .filter(s -> s.data().stream().anyMatch(n -> n > 0))
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

  private static Series series(
      List<SegmentLine> lines, String name, String look, ToLongFunction<SegmentLine> number) {
    return new Series(name, look, lines.stream().map(number::applyAsLong).toList());
  }
}
