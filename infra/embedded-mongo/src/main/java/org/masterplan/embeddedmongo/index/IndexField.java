package org.masterplan.embeddedmongo.index;

import org.masterplan.embeddedmongo.kv.Bytes;

/** One column of an index: a dotted path and its direction. */
public record IndexField(String path, boolean ascending) {
  byte[] directed(byte[] ascendingKey) {
    return ascending ? ascendingKey : Bytes.inverted(ascendingKey);
  }
}
