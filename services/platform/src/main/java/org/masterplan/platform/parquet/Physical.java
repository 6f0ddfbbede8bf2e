package org.masterplan.platform.parquet;

/** How values are stored, in the order of the format's own numbers. */
enum Physical {
  BOOLEAN(0),
  INT32(4),
  INT64(8),
  INT96(12),
  FLOAT(4),
  DOUBLE(8),
  BYTE_ARRAY(0),
  FIXED_LEN_BYTE_ARRAY(0);

  private final int width;

  Physical(int width) {
    this.width = width;
  }

  /** Bytes of one value; {@code length} counts where the column states it. */
  int width(int length) {
    return this == FIXED_LEN_BYTE_ARRAY ? length : width;
  }

  static Physical of(long number) {
    if (number < 0 || number >= values().length) {
      throw Faults.broken();
    }
    return values()[(int) number];
  }
}
