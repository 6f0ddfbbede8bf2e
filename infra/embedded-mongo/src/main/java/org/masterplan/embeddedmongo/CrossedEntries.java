package org.masterplan.embeddedmongo;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.Plan;
import org.masterplan.embeddedmongo.index.Scan;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.View;

/**
 * What every leg of a plan has, each once, in the order of what follows the bytes that a scan's
 * entries begin with. A leg that is behind skips to where the others are.
 */
final class CrossedEntries {
  private final boolean reverse;
  private final List<Leg> legs;
  private long examined;

  CrossedEntries(View view, Plan plan) {
    this.reverse = plan.reverse();
    this.legs =
        plan.legs().stream()
            .map(leg -> new Leg(leg.stream().map(scan -> new Cursor(view, scan)).toList()))
            .toList();
  }

  long examined() {
    return examined;
  }

  @Nullable Entry next() {
    byte[] meeting = furthest();
    while (meeting != null) {
      boolean all = true;
      for (Leg leg : legs) {
        leg.skipTo(meeting);
        all &= Arrays.equals(leg.first(), meeting);
      }
      if (all) {
        Entry met = legs.getFirst().entry();
        for (Leg leg : legs) {
          leg.pass(meeting);
        }
        return met;
      }
      meeting = furthest();
    }
    return null;
  }

  /** The furthest of the legs' first entries, before which no entry is in all; null = the end. */
  private byte @Nullable [] furthest() {
    byte[] furthest = null;
    for (Leg leg : legs) {
      byte[] first = leg.first();
      if (first == null) {
        return null;
      }
      if (furthest == null || isBefore(furthest, first)) {
        furthest = first;
      }
    }
    return furthest;
  }

  /** Gives back what reading took. */
  void close() {
    legs.forEach(Leg::close);
  }

  private boolean isBefore(byte[] one, byte[] other) {
    return compare(one, other) < 0;
  }

  private int compare(byte[] one, byte[] other) {
    return reverse ? Arrays.compareUnsigned(other, one) : Arrays.compareUnsigned(one, other);
  }

  /** Scans of which each may have what comes next. */
  private final class Leg {
    /** Those that have entries left. */
    private final PriorityQueue<Cursor> cursors =
        new PriorityQueue<>((one, other) -> compare(one.rest, other.rest));

    Leg(List<Cursor> all) {
      all.forEach(this::keep);
    }

    private void keep(Cursor cursor) {
      if (cursor.looks()) {
        cursors.add(cursor);
      }
    }

    byte @Nullable [] first() {
      Cursor first = cursors.peek();
      return first == null ? null : first.rest;
    }

    void skipTo(byte[] rest) {
      for (Cursor first = cursors.peek();
          first != null && isBefore(first.rest, rest);
          first = cursors.peek()) {
        cursors.remove();
        first.entries.skipTo(Bytes.concat(first.start, rest));
        keep(first);
      }
    }

    @Nullable Entry entry() {
      Cursor first = cursors.peek();
      return first == null ? null : first.entries.peek();
    }

    void pass(byte[] rest) {
      for (Cursor first = cursors.peek();
          first != null && Arrays.equals(first.rest, rest);
          first = cursors.peek()) {
        cursors.remove();
        first.entries.next();
        keep(first);
      }
    }

    void close() {
      cursors.forEach(cursor -> cursor.entries.close());
    }
  }

  /** Where one scan is. */
  private final class Cursor {
    private final int fixed;
    private final byte[] start;
    private final Entries entries;
    // What follows the bytes that all entries begin with.
    private byte[] rest = {};

    Cursor(View view, Scan scan) {
      this.fixed = scan.fixed();
      this.start = Arrays.copyOf(scan.range().from(), fixed);
      this.entries = view.scan(scan.index().table(), scan.range(), reverse);
    }

    /** Looks at the entry that comes next, if one does. */
    boolean looks() {
      Entry entry = entries.peek();
      if (entry == null) {
        return false;
      }
      examined++;
      rest = Arrays.copyOfRange(entry.key(), fixed, entry.key().length);
      return true;
    }
  }
}
