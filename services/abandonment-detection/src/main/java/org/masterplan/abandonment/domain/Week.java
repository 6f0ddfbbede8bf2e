package org.masterplan.abandonment.domain;

import java.time.LocalDate;

/**
 * One week of the spark line.
 *
 * @param start its Monday
 * @param events what people did
 * @param people how many did it, at least
 * @param observed whether the whole week was looked at
 */
public record Week(LocalDate start, long events, long people, boolean observed) {}
