package org.masterplan.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Values drawn by their weights. */
final class Weighted<T> {
  private final List<T> values;
  private final double[] cumulative;

  private Weighted(List<T> values, double[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  static <T> Weighted<T> of(List<T> values, ToDoubleFunction<T> weight) {
    double[] cumulative = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += weight.applyAsDouble(values.get(i));
      cumulative[i] = sum;
    }
    return new Weighted<>(List.copyOf(values), cumulative);
  }

  T draw(Draw draw) {
    double point = draw.unit() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return values.get(found >= 0 ? Math.min(found + 1, values.size() - 1) : -found - 1);
  }
}
