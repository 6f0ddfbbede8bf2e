package org.masterplan.embeddedmongo;

/** How much one sort holds in memory. Beyond MongoDB's own limit it fails, as there. */
final class Held {
  private static final long MOST = 100L << 20;
  // Of the objects around a document: many small ones are more than their bytes.
  private static final int EACH = 128;

  private long bytes;

  void add(int document) {
    bytes += document + EACH;
    if (bytes > MOST) {
      throw new HeldTooMuch(MOST);
    }
  }

  void remove(int document) {
    bytes -= document + EACH;
  }
}
