package org.masterplan.profiles.identity.app;

import java.time.Instant;

/**
 * What was learned about agreement and difference, as it is kept.
 *
 * @param number 1 for the first, without gaps: the newest counts
 * @param records of how many records it was learned
 * @param text what was learned, in the words of whoever learned it; values stand in it as hashes
 */
public record KeptModel(long number, Instant learnedAt, int records, String text) {}
