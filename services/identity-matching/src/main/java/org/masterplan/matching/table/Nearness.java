package org.masterplan.matching.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of records in which those that are compared stand near each other: most pairs share a
 * given name, and what is near is in the processor's cache. Made of what the records say, and of
 * their keys among those that say the same, so that it does not show in which order they came.
 */
final class Nearness {
  private static final List<Kind> BY = List.of(Kind.GIVEN, Kind.BIRTH, Kind.SURNAME);

  private Nearness() {}

  /** The places of the records, which stand in the order of their keys, in that order. */
  static int[] order(List<FeatureColumn> columns, int records) {
    var order = IntStream.range(0, records).boxed().toArray(Integer[]::new);
    for (var kind : BY.reversed()) {
      columns.stream()
          .filter(column -> column.feature().kind() == kind)
          .findFirst()
          .ifPresent(
              column ->
                  Arrays.parallelSort(
                      order, (a, b) -> Integer.compare(column.code(a), column.code(b))));
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
