package org.masterplan.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of twelve weeks, small enough for a table.
 *
 * @param values oldest first
 */
public record Spark(List<Long> values) {
  private static final int WIDTH = 78;
  private static final int HEIGHT = 18;

  public Spark {
    values = List.copyOf(values);
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return values.size() < 2;
  }

  /** The first week's value. */
  public long first() {
    return values.isEmpty() ? 0 : values.getFirst();
  }

  /** The last week's value. */
  public long last() {
    return values.isEmpty() ? 0 : values.getLast();
  }

  /** The points of an SVG polyline. */
  public String points() {
    long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    double step = (double) WIDTH / Math.max(1, values.size() - 1);
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    i * step,
                    2 + HEIGHT - HEIGHT * (double) values.get(i) / most))
        .collect(Collectors.joining(" "));
  }
}
