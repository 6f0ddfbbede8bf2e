package org.masterplan.matching.quality;

import java.util.Arrays;
import org.masterplan.matching.table.LongBag;

/** All pairs of records that a run made one entity, by number; none of them is listed. */
final class LinkedPairs {
  /** Records entity after entity, ascending in each. */
  private final int[] records;

  /** Where each entity of several records begins among them. */
  private final int[] begins;

  /** The number of each such entity's first pair, ascending. */
  private final long[] first;

  private final long size;

  private LinkedPairs(int[] records, int[] begins, long[] first, long size) {
    this.records = records;
    this.begins = begins;
    this.first = first;
    this.size = size;
  }

  /**
   * Of a run.
   *
   * @param entities the entity of each record: the number of its smallest record
   */
  static LinkedPairs of(int[] entities) {
    var starts = new int[entities.length + 1];
    for (int entity : entities) {
      starts[entity + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    var begins = new int[entities.length];
    var first = new long[entities.length];
    int several = 0;
    long size = 0;
    for (int entity = 0; entity < entities.length; entity++) {
      long members = starts[entity + 1] - starts[entity];
      if (members > 1) {
        begins[several] = starts[entity];
        first[several++] = size;
        size += members * (members - 1) / 2;
      }
    }
    return new LinkedPairs(
        grouped(entities, starts),
        Arrays.copyOf(begins, several),
        Arrays.copyOf(first, several),
        size);
  }

  private static int[] grouped(int[] entities, int[] begins) {
    var next = begins.clone();
    var records = new int[entities.length];
    for (int record = 0; record < entities.length; record++) {
      records[next[entities[record]]++] = record;
    }
    return records;
  }

  long size() {
    return size;
  }

  /**
   * The pair of a number from 0 on. Within an entity they are numbered as they are met row by row
   * below the diagonal: the row of the record r places from the first begins at r (r - 1) / 2.
   */
  long pair(long number) {
    int found = Arrays.binarySearch(first, number);
    int entity = found < 0 ? -found - 2 : found;
    long within = number - first[entity];
    long row = (long) ((1 + Math.sqrt(1 + 8.0 * within)) / 2);
    // The root may be off by its rounding.
    while (before(row) > within) {
      row--;
    }
    while (before(row + 1) <= within) {
      row++;
    }
    int begin = begins[entity];
    return LongBag.pair(records[begin + (int) (within - before(row))], records[begin + (int) row]);
  }

  private static long before(long row) {
    return row * (row - 1) / 2;
  }
}
