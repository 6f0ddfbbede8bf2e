package org.masterplan.matching.explain;

import java.util.List;
import org.masterplan.matching.table.RecordKey;

/**
 * The weights of a pair, in bits: they add up to its weight.
 *
 * @param start the weight of two random records, before anything is compared
 * @param guard what a veto or the lack of a witness took away; 0 where neither stood
 * @param guardReason why, empty where nothing was taken away
 */
public record Explanation(
    RecordKey left,
    RecordKey right,
    double start,
    List<Contribution> contributions,
    double guard,
    String guardReason,
    double weight,
    double probability) {

  /**
   * What one feature adds.
   *
   * @param weight of its level
   * @param tfAdjustment more for a rare value, less for a common one
   */
  public record Contribution(
      String field,
      String level,
      String leftValue,
      String rightValue,
      double weight,
      double tfAdjustment) {}
}
