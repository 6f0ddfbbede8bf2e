package org.masterplan.profiles.identity.app;

import java.util.List;

/**
 * Why two records are one person.
 *
 * @param weight evidence in bits, all contributions together
 * @param probability the belief that they are one person, 0-1
 */
public record Link(
    long left, long right, double weight, double probability, List<Contribution> contributions) {

  /** Above this belief two records are joined, where nothing else is known of either. */
  public static final double LIKELY = 0.5;

  /**
   * What one field adds.
   *
   * @param field dictionary field, {@code steward}, or {@code guard} for what is taken away
   * @param level how the two values agree
   * @param weight evidence in bits
   * @param tfAdjustment the part of it that comes from how rare the value is
   */
  public record Contribution(String field, String level, double weight, double tfAdjustment) {}

  public Link {
    contributions = List.copyOf(contributions);
  }
}
