package org.masterplan.profiles.source.domain;

import java.time.Instant;

/**
 * What a whole load has come to, kept for the reconciliation of its source.
 *
 * @param load the operation
 * @param rows rows that were read
 * @param repeated rows that said again what an earlier row of the load had said
 * @param rejected rows that were not taken
 * @param at when it ended
 */
public record LoadTally(String load, long rows, long repeated, long rejected, Instant at) {
  /** Of rows that were read, of which so many bore an id of their own. */
  public static LoadTally of(Load load, Load.Progress done, long ids, Instant at) {
    long taken = done.read() - done.rejected();
    return new LoadTally(load.id(), done.read(), taken - Math.min(taken, ids), done.rejected(), at);
  }
}
