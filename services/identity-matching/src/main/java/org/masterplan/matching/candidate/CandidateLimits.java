package org.masterplan.matching.candidate;

/**
 * How many pairs may be compared.
 *
 * @param perRecord pairs that one key may give, per record of the table
 * @param atLeast pairs that one key may give however small the table
 * @param largestBlock records that may share one key
 */
public record CandidateLimits(double perRecord, long atLeast, int largestBlock) {
  /** The limits used unless others are given. */
  public static final CandidateLimits DEFAULT = new CandidateLimits(1.5, 100_000, 200);

  long pairsPerKey(int records, int depth) {
    return (long) Math.max(atLeast / depth / depth, perRecord * records / depth);
  }
}
