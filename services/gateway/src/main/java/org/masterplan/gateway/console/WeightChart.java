package org.masterplan.gateway.console;

import java.util.List;
import org.masterplan.profiles.v1.MatchModel;

/**
 * What each way of agreeing weighs, as bars from the line of no evidence: against to its left, for
 * to its right, all on one scale.
 */
public final class WeightChart {
  private static final double WIDTH = 600;

  private WeightChart() {}

  /** One field; {@code levels} best first. */
  public record Field(String name, List<Level> levels) {}

  /**
   * One way in which two values agree.
   *
   * @param x where its bar begins, of 600
   * @param width how wide it is drawn
   * @param zero where the line of no evidence is
   */
  public record Level(
      String name,
      double bits,
      double same,
      double different,
      double x,
      double width,
      double zero) {
    /** Whether it speaks for one person. */
    public boolean isFor() {
      return bits >= 0;
    }
  }

  static List<Field> of(List<MatchModel.Field> fields) {
    double least = 0;
    double most = 0;
    for (var field : fields) {
      for (var level : field.getLevelsList()) {
        least = Math.min(least, level.getWeight());
        most = Math.max(most, level.getWeight());
      }
    }
    double zero = -least * WIDTH / Math.max(1, most - least);
    double scale = WIDTH / Math.max(1, most - least);
    return fields.stream()
        .map(
            field ->
                new Field(
                    field.getField(),
                    field.getLevelsList().stream().map(l -> level(l, zero, scale)).toList()))
        .toList();
  }

  private static Level level(MatchModel.Level level, double zero, double scale) {
    double bits = level.getWeight();
    return new Level(
        level.getLevel(),
        bits,
        level.getSame(),
        level.getDifferent(),
        rounded(zero + Math.min(0, bits) * scale),
        Math.max(2, rounded(Math.abs(bits) * scale)),
        rounded(zero));
  }

  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
