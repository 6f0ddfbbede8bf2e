package org.masterplan.profiles.identity.engine;

import java.util.BitSet;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.LongSet;

/** The records that are there. */
final class Known {
  private final LongIndex index = new LongIndex();
  private final BitSet present = new BitSet();

  void add(long record) {
    present.set(index.add(record));
  }

  void remove(long record) {
    int place = index.find(record);
    if (place >= 0) {
      present.clear(place);
    }
  }

  boolean has(long record) {
    int place = index.find(record);
    return place >= 0 && present.get(place);
  }

  int count() {
    return present.cardinality();
  }

  LongSet all() {
    return LongSet.of(present.stream().mapToLong(index::number).toArray());
  }
}
