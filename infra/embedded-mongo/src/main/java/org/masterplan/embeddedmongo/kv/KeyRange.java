package org.masterplan.embeddedmongo.kv;

import org.jspecify.annotations.Nullable;

/** Keys from {@code from} (inclusive) to {@code to} (exclusive; null = to the end). */
@SuppressWarnings("ArrayRecordComponent") // never compared, only scanned
public record KeyRange(byte[] from, byte @Nullable [] to) {
  public static final KeyRange EVERYTHING = startingWith(new byte[0]);

  /** Every key that starts with {@code prefix}. */
  public static KeyRange startingWith(byte[] prefix) {
    return new KeyRange(prefix, Bytes.successor(prefix));
  }
}
