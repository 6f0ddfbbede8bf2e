package org.masterplan.embeddedmongo;

import java.util.Arrays;
import java.util.List;
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
            .map(leg -> new Leg(leg.stream().map(each -> new Cursor(view, each)).toList()))
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
        Entry met = legs.getFirst().entry(meeting);
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

  private boolean isBefore(byte[] one, byte[] other) {
    int compared = Arrays.compareUnsigned(one, other);
    return reverse ? compared > 0 : compared < 0;
  }

  /** Scans of which each may have what comes next. */
  private final class Leg {
    private final List<Cursor> cursors;

    Leg(List<Cursor> cursors) {
      this.cursors = cursors;
    }

    byte @Nullable [] first() {
      byte[] first = null;
      for (Cursor cursor : cursors) {
        byte[] here = cursor.rest();
        if (here != null && (first == null || isBefore(here, first))) {
          first = here;
        }
      }
      return first;
    }

    void skipTo(byte[] rest) {
      for (Cursor cursor : cursors) {
        byte[] here = cursor.rest();
        if (here != null && isBefore(here, rest)) {
          cursor.skipTo(rest);
        }
      }
    }

    @Nullable Entry entry(byte[] rest) {
      for (Cursor cursor : cursors) {
        if (Arrays.equals(cursor.rest(), rest)) {
          return cursor.entries.peek();
        }
      }
      return null;
    }

    void pass(byte[] rest) {
      for (Cursor cursor : cursors) {
        if (Arrays.equals(cursor.rest(), rest)) {
          cursor.pass();
        }
      }
    }
  }

  /** Where one scan is. */
  private final class Cursor {
    private final Scan scan;
    private final byte[] start;
    private final Entries entries;
    private byte @Nullable [] rest;

    Cursor(View view, Scan scan) {
      this.scan = scan;
      this.start = Arrays.copyOf(scan.range().from(), scan.fixed());
      this.entries = view.scan(scan.index().table(), scan.range(), reverse);
      look();
    }

    /** What follows the bytes that all entries begin with; null = no entry is left. */
    @SuppressWarnings("EI_EXPOSE_REP") // shared on purpose: never changed
    byte @Nullable [] rest() {
      return rest;
    }

    void skipTo(byte[] there) {
      entries.skipTo(Bytes.concat(start, there));
      look();
    }

    void pass() {
      entries.next();
      look();
    }

    private void look() {
      Entry entry = entries.peek();
      if (entry == null) {
        rest = null;
      } else {
        examined++;
        rest = Arrays.copyOfRange(entry.key(), scan.fixed(), entry.key().length);
      }
    }
  }
}
