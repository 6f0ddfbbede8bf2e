package org.masterplan.matching.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.masterplan.matching.engine.StrongIds;

/** Which records hold a citizen number that may join them, though no pair may tie them. */
final class NumberHolders {
  /** More records than these hold a number that says nothing of any of them. */
  static final int MOST = 100;

  private static final int[] NOBODY = {};

  private final StrongIds strong;
  private final Map<String, int[]> holders = new HashMap<>();

  NumberHolders(StrongIds strong) {
    this.strong = strong;
  }

  /** Knows a record from now on; answers whose entities that may change. */
  List<Integer> add(int record) {
    var number = strong.number(record);
    if (number.isEmpty()) {
      return List.of();
    }
    var before = holders.getOrDefault(number, NOBODY);
    int[] now = IntStream.concat(Arrays.stream(before), IntStream.of(record)).distinct().toArray();
    holders.put(number, now);
    return now.length <= MOST + 1 ? Arrays.stream(now).boxed().toList() : List.of();
  }

  /** Forgets a record, while it still says what it said; answers whose entities may change. */
  List<Integer> remove(int record) {
    var number = strong.number(record);
    if (number.isEmpty()) {
      return List.of();
    }
    var before = holders.getOrDefault(number, NOBODY);
    int[] now = Arrays.stream(before).filter(other -> other != record).toArray();
    if (now.length == 0) {
      holders.remove(number);
    } else {
      holders.put(number, now);
    }
    return now.length <= MOST ? Arrays.stream(now).boxed().toList() : List.of();
  }

  /** All that hold the record's number, where they are not too many. */
  List<Integer> of(int record) {
    var all = all(record);
    return all.length > MOST ? List.of() : Arrays.stream(all).boxed().toList();
  }

  /** Whether the record's number may join it with others. */
  boolean shared(int record) {
    int all = all(record).length;
    return all > 1 && all <= MOST;
  }

  private int[] all(int record) {
    return holders.getOrDefault(strong.number(record), NOBODY);
  }
}
