package org.masterplan.matching.model;

/**
 * What keeps a pair from being linked by its weight alone.
 *
 * @param most bits that the pair weighs at most, in whole halves
 */
public record Doubt(Objection reason, double most) {}
