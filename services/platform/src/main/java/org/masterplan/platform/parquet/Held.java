package org.masterplan.platform.parquet;

/** What the pages of a file take in memory now, and what they came to so far. */
final class Held {
  private final Bounds bounds;
  private long now;
  private long ever;

  Held(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Asked before memory is taken; what a file states may be a lie. */
  int page(long bytes) {
    if (bytes < 0) {
      throw Faults.broken();
    }
    ever += bytes;
    if (bytes > bounds.pageBytes() || ever > bounds.unpackedBytes()) {
      throw Faults.bomb();
    }
    take(bytes);
    return (int) bytes;
  }

  void take(long bytes) {
    now += bytes;
    if (now > bounds.heldBytes()) {
      throw Faults.bomb();
    }
  }

  void release(long bytes) {
    now -= bytes;
  }

  int longest() {
    return bounds.pageBytes();
  }
}
