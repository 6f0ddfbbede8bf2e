package org.masterplan.matching.live;

import java.util.Set;

/**
 * Records that are clustered together.
 *
 * @param least the ties that count among them, as in a batch that cuts a crowd
 */
public record Reached(Set<Integer> records, double least) {}
