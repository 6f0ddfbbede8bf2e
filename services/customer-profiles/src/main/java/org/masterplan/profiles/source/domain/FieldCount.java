package org.masterplan.profiles.source.domain;

/**
 * How good one field of a source is.
 *
 * @param filled records in which it says something
 * @param valid records in which it can be read as what it should be
 * @param distinct about how many different values it has, by {@link DistinctCount}; no more than
 *     there are valid ones
 */
public record FieldCount(long filled, long valid, long distinct) {
  public FieldCount {
    distinct = Math.max(0, Math.min(distinct, valid));
  }

  /** Of a field whose values nobody has told apart. */
  public FieldCount(long filled, long valid) {
    this(filled, valid, 0);
  }

  /** Valid values that another record has, too. */
  public long repeated() {
    return distinct == 0 ? 0 : Math.max(0, valid - distinct);
  }
}
