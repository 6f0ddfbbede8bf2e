package org.masterplan.embeddedmongo.kv;

/**
 * What the store may hold outside the Java heap, in megabytes: blocks read (with their indexes and
 * filters) and writes not yet flushed to sorted files.
 */
public record Memory(int cacheMegabytes, int writeMegabytes) {
  public static final Memory DEFAULT = new Memory(64, 32);

  public Memory {
    if (cacheMegabytes < 1 || writeMegabytes < 4) {
      throw new IllegalArgumentException(
          "memory: %d/%d MB (expected: cache >= 1, writes >= 4)"
              .formatted(cacheMegabytes, writeMegabytes));
    }
  }

  long cacheBytes() {
    return (long) cacheMegabytes << 20;
  }

  long writeBytes() {
    return (long) writeMegabytes << 20;
  }
}
