package org.masterplan.platform.parquet;

/**
 * Where one column of one group of rows lies.
 *
 * @param values counting those that are absent
 * @param end behind its last page
 */
record Chunk(Codec codec, long values, long start, long end) {
  /**
   * Refuses a chunk that is not wholly within this file.
   *
   * @param end where the footer begins
   */
  static Chunk of(Struct column, Leaf leaf, long end) {
    if (column.has(8) || column.has(9)) {
      throw Faults.encrypted();
    }
    var about = column.struct(3);
    var codec = Codec.of(about.number(4), leaf.name());
    long values = about.number(5);
    if (values == 0) {
      return new Chunk(codec, 0, 0, 0);
    }
    long data = about.number(9);
    long dictionary = about.number(11, 0);
    long start = dictionary > 0 ? Math.min(dictionary, data) : data;
    long length = about.number(7);
    boolean fits = start >= 4 && length >= 0 && start <= end && length <= end - start;
    if (!fits || column.has(1) || about.number(1) != leaf.physical().ordinal()) {
      throw Faults.broken();
    }
    return new Chunk(codec, values, start, start + length);
  }
}
