package org.masterplan.embeddedmongo.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields as strings. A few thousand are remembered: documents of one collection have the
 * same names, and a string that is there already has its hash too.
 */
final class FieldNames {
  private static final int SLOTS = 4096;
  private static final int LONGEST = 32;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Name(byte[] bytes, String text) {}

  // Threads may overwrite each other's names; that costs a new string and no more.
  private static final @Nullable Name[] KNOWN = new Name[SLOTS];

  private FieldNames() {}

  /** The name in {@code bytes} from {@code from} to {@code to}, whose bytes have {@code hash}. */
  static String of(byte[] bytes, int from, int to, int hash) {
    if (to - from > LONGEST) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    Name known = KNOWN[slot];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
      return known.text;
    }
    byte[] own = Arrays.copyOfRange(bytes, from, to);
    Name name = new Name(own, new String(own, StandardCharsets.UTF_8));
    KNOWN[slot] = name;
    return name.text;
  }
}
