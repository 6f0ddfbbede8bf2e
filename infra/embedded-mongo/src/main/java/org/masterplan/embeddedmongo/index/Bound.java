package org.masterplan.embeddedmongo.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.KeyRange;

/**
 * Where the keys of one field may lie, in ascending bytes. Always at least what the conditions
 * allow: the matcher decides in the end.
 */
sealed interface Bound {
  /** These keys and no others, ascending. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Points(List<byte[]> keys) implements Bound {
    static Points of(List<byte[]> keys) {
      return new Points(
          keys.stream()
              .map(Position::new)
              .distinct()
              .map(Position::key)
              .sorted(Arrays::compareUnsigned)
              .toList());
    }
  }

  /** From a key (inclusive) to a key (exclusive; null = to the end). */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Range(byte[] from, byte @Nullable [] to) implements Bound {
    static final Range EVERYTHING = new Range(new byte[0], null);

    /** The entries that begin with {@code start} and have this in {@code column}, the next one. */
    KeyRange after(byte[] start, IndexField column) {
      if (column.ascending()) {
        byte[] end = to == null ? Bytes.successor(start) : Bytes.concat(start, to);
        return new KeyRange(Bytes.concat(start, from), end);
      }
      // Inverted, the limits change places; what this lets in too much the matcher sorts out.
      byte[] first = to == null ? start : Bytes.concat(start, Bytes.inverted(to));
      return new KeyRange(first, Bytes.successor(Bytes.concat(start, Bytes.inverted(from))));
    }
  }

  /** The smallest range around this. */
  default Range hull() {
    return switch (this) {
      case Range range -> range;
      case Points(List<byte[]> keys) when keys.isEmpty() -> new Range(new byte[0], new byte[0]);
      case Points(List<byte[]> keys) -> new Range(keys.getFirst(), Bytes.successor(keys.getLast()));
    };
  }

  /** The smallest range around both. */
  default Range around(Bound other) {
    Range mine = hull();
    Range theirs = other.hull();
    byte[] from = Arrays.compareUnsigned(mine.from, theirs.from) <= 0 ? mine.from : theirs.from;
    byte[] to =
        mine.to == null || theirs.to == null
            ? null
            : Arrays.compareUnsigned(mine.to, theirs.to) >= 0 ? mine.to : theirs.to;
    return new Range(from, to);
  }

  /** What both allow. */
  static Range intersection(Range one, Range other) {
    Comparator<byte[]> order = Arrays::compareUnsigned;
    byte[] from = order.compare(one.from, other.from) >= 0 ? one.from : other.from;
    byte[] to =
        one.to == null
            ? other.to
            : other.to == null ? one.to : order.compare(one.to, other.to) <= 0 ? one.to : other.to;
    return new Range(from, to);
  }
}
