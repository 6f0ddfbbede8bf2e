package org.masterplan.abandonment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a community's activity says up to the end of observation.
 *
 * @param until end of observation; nothing after it is in here
 * @param hosts weeks in which those who steer did something
 * @param everyone weeks in which anybody did
 * @param lastHost last act of a host, null if never
 * @param lastOwner last act of the present owner, null if never seen
 * @param lastMember last act of a member, null if never
 * @param turnout who was there
 * @param weeks the last twelve weeks, oldest first
 * @param questions members' questions of the last 90 days
 * @param unanswered how many of them nobody answered
 */
public record Timeline(
    Instant until,
    ActiveWeeks hosts,
    ActiveWeeks everyone,
    @Nullable Instant lastHost,
    @Nullable Instant lastOwner,
    @Nullable Instant lastMember,
    Turnouts turnout,
    List<Week> weeks,
    int questions,
    int unanswered) {

  /** Members seen in the last 30 and 90 days, and in the year before the last sign of life. */
  public record Turnouts(Turnout last30, Turnout last90, Turnout lastYear) {}

  public Timeline {
    weeks = List.copyOf(weeks);
  }

  /** The last sign of life, null if there never was one. */
  public @Nullable Instant lastActive() {
    if (lastHost == null || lastMember == null) {
      return lastHost == null ? lastMember : lastHost;
    }
    return lastHost.isAfter(lastMember) ? lastHost : lastMember;
  }

  /** Whole days from then to the end of observation; empty if there is no then. */
  public OptionalInt daysSince(@Nullable Instant then) {
    return then == null
        ? OptionalInt.empty()
        : OptionalInt.of((int) Duration.between(then, until).toDays());
  }
}
