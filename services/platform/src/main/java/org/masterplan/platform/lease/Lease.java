package org.masterplan.platform.lease;

import java.time.Instant;

/**
 * The right to do some work alone, until a time.
 *
 * @param name of the work
 * @param holder who may do it
 * @param fence grows with every new holder; a write that carries an older one must not happen
 * @param until when the right ends unless it is renewed
 */
public record Lease(String name, String holder, long fence, Instant until) {}
