package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.v1.ExplainProfileResponse.Pair;

/**
 * What speaks for and against two records, as bars from where the belief stood to where it went.
 *
 * @param steps where it begins, each piece of evidence, and all together
 */
public record Waterfall(List<Step> steps) {
  private static final double SURE = 40;
  private static final double WIDTH = 600;

  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * One bar.
   *
   * @param field dictionary field; {@code start} and {@code total} are the ends
   * @param level how the values agree; empty at the ends
   * @param bits how long it is; negative goes left
   * @param x where it begins, of 600
   * @param width how wide it is drawn
   * @param zero where no belief either way is
   */
  public record Step(String field, String level, double bits, double x, double width, double zero) {
    /** Whether it speaks for one person. */
    public boolean isFor() {
      return bits >= 0;
    }
  }

  private record Bar(String field, String level, double from, double to) {}

  /** Of a pair's evidence. */
  static Waterfall of(Pair pair) {
    double total = logOdds(pair.getProbability());
    double at = total - pair.getWeight();
    var bars = new ArrayList<Bar>();
    bars.add(new Bar("start", "", 0, at));
    for (var each : pair.getContributionsList()) {
      bars.add(new Bar(each.getField(), each.getLevel(), at, at + each.getWeight()));
      at += each.getWeight();
    }
    bars.add(new Bar("total", "", 0, at));
    return new Waterfall(drawn(bars));
  }

  private static List<Step> drawn(List<Bar> bars) {
    double least = 0;
    double most = 0;
    for (var bar : bars) {
      least = Math.min(least, Math.min(bar.from(), bar.to()));
      most = Math.max(most, Math.max(bar.from(), bar.to()));
    }
    double left = least;
    double scale = WIDTH / Math.max(1, most - least);
    return bars.stream()
        .map(
            bar ->
                new Step(
                    bar.field(),
                    bar.level(),
                    bar.to() - bar.from(),
                    rounded((Math.min(bar.from(), bar.to()) - left) * scale),
                    Math.max(2, rounded(Math.abs(bar.to() - bar.from()) * scale)),
                    rounded(-left * scale)))
        .toList();
  }

  /** In bits; what is as good as sure has an end. */
  private static double logOdds(double probability) {
    double bits = Math.log(probability / (1 - probability)) / Math.log(2);
    return Math.clamp(bits, -SURE, SURE);
  }

  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
