package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.time.LocalDate;

/** Something that was seen in a community: a single act, or what a day adds up to. */
public sealed interface Activity {
  /** Id of the community, without {@code communities/}. */
  String community();

  Voice voice();

  /**
   * A single act.
   *
   * @param author pseudonym of who did it, empty if unknown or erased
   * @param kind UPPER_SNAKE, for example {@code COMMENT}
   * @param ref pseudonym of the act's own id, empty if it has none
   * @param inReplyTo pseudonym of the act that it answers, empty if none
   */
  record Event(
      String community,
      Instant time,
      String author,
      Voice voice,
      String kind,
      String ref,
      String inReplyTo)
      implements Activity {}

  /**
   * All acts of one kind on one day, where a platform tells no more.
   *
   * @param count how many acts
   * @param people how many persons did them
   */
  record DailyTotal(
      String community, LocalDate date, Voice voice, String kind, long count, long people)
      implements Activity {}
}
