package org.masterplan.matching.candidate;

import org.jspecify.annotations.Nullable;

/** Records in blocks too wide to pair, each with what it shares with the others of its block. */
final class Wide {
  /** Forgets at once what is marked. */
  static final Wide NONE = new Wide(0);

  private final long[] shared;

  Wide(int records) {
    shared = new long[records];
  }

  /** Of several blocks of one record the last counts. */
  void mark(int record, long hash) {
    if (record < shared.length) {
      shared[record] = hash;
    }
  }

  /**
   * The marked records ascending, and what they share.
   *
   * @param records null where these are all records, which share nothing yet
   */
  record Marked(int @Nullable [] records, long[] shared, int size) {
    /** All records of a table. */
    static Marked all(int records) {
      return new Marked(null, new long[0], records);
    }

    int record(int at) {
      return records == null ? at : records[at];
    }

    long shared(int at) {
      return records == null ? 1 : shared[at];
    }
  }

  /** What was marked; nothing is any more. */
  Marked take() {
    int size = 0;
    for (long hash : shared) {
      size += hash == 0 ? 0 : 1;
    }
    var records = new int[size];
    var hashes = new long[size];
    int at = 0;
    for (int record = 0; record < shared.length; record++) {
      if (shared[record] != 0) {
        records[at] = record;
        hashes[at++] = shared[record];
        shared[record] = 0;
      }
    }
    return new Marked(records, hashes, size);
  }
}
