package org.masterplan.profiles.source.domain;

import java.time.Instant;

/**
 * What a whole load has come to, kept for the reconciliation of its source.
 *
 * @param load the operation
 * @param rows rows that were read
 * @param repeated rows that said again what an earlier row of the load had said
 * @param rejected rows that were not taken
 * @param absent records of the source whose rows the load did not bring, counted at its end
 * @param at when it ended
 * @param whole how all rows of the database were read; empty if it brought some of them alone
 */
public record LoadTally(
    String load, long rows, long repeated, long rejected, long absent, Instant at, String whole) {
  /**
   * Of rows that were read.
   *
   * @param ids so many of them bore an id of their own
   */
  public static LoadTally of(Load load, Load.Progress done, long ids, long absent, Instant at) {
    long taken = done.read() - done.rejected();
    long repeated = taken - Math.min(taken, ids);
    return new LoadTally(
        load.id(), done.read(), repeated, done.rejected(), absent, at, load.whole());
  }
}
