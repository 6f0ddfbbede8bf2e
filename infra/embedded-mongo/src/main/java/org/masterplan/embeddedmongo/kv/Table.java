package org.masterplan.embeddedmongo.kv;

import java.util.Arrays;

/** A key space of its own inside the one store: every key carries the table's number in front. */
public record Table(int number) {
  byte[] prefix() {
    return Bytes.ofInt(number);
  }

  byte[] absolute(byte[] key) {
    return Bytes.concat(prefix(), key);
  }

  KeyRange absolute(KeyRange range) {
    byte[] to = range.to();
    byte[] end = to == null ? Bytes.successor(prefix()) : absolute(to);
    return new KeyRange(absolute(range.from()), end);
  }

  KeyRange everything() {
    return KeyRange.startingWith(prefix());
  }

  static byte[] relative(byte[] absolute) {
    return Arrays.copyOfRange(absolute, Integer.BYTES, absolute.length);
  }
}
