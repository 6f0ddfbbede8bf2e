package org.masterplan.profiles.dealing.domain;

import java.time.Instant;
import org.masterplan.kernel.Money;

/**
 * Something that a person did with the company. The same id again is the same dealing, as it was
 * said last.
 *
 * @param id unique; two files that say the same have one
 * @param subject whom it is about: {@code profiles/{profile}} as it was named then, or the record
 *     that brought it; so it follows the person through merges and splits
 */
public record Dealing(String id, String subject, Instant time, Deed deed) {

  /** What was done. */
  public sealed interface Deed {
    /** Something was bought. */
    record Order(Money amount) implements Deed {}

    /** Somebody said how content they were. {@code share}: 0-1. */
    record Rating(double share) implements Deed {}

    /** Something was done in a community. */
    record Act(String community, Kind kind) implements Deed {}
  }

  /** What was done in a community. */
  public enum Kind {
    /** Said something by oneself. */
    POST,
    /** Answered or reacted to somebody. */
    GIVEN,
    /** Was answered, or reacted to. */
    RECEIVED,
    /** Came to an event. */
    EVENT
  }
}
