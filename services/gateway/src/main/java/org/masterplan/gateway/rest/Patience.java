package org.masterplan.gateway.rest;

import java.time.Duration;

/**
 * How long the gateway waits where a call has no deadline because nobody knows how long it is.
 *
 * @param idle for the next sign of life: a chunk taken, a message sent
 * @param answer for what a service makes of an upload that it has whole; it may be gigabytes
 */
public record Patience(Duration idle, Duration answer) {
  /** Sixty times as long for the answer: an hour, if a sign of life is waited for a minute. */
  public static Patience of(Duration idle) {
    return new Patience(idle, idle.multipliedBy(60));
  }
}
