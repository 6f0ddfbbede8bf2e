package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A stretch of each day: {@code from} is inside, {@code until} is not. */
public record Hours(LocalTime from, LocalTime until) {
  /** Whether the instant is inside, by the zone's clock. */
  public boolean contain(Instant instant, ZoneId zone) {
    var time = instant.atZone(zone).toLocalTime();
    return !time.isBefore(from) && time.isBefore(until);
  }

  /** The instant itself if it is inside, else the next beginning. */
  public Instant next(Instant instant, ZoneId zone) {
    if (contain(instant, zone)) {
      return instant;
    }
    var local = instant.atZone(zone);
    var day =
        local.toLocalTime().isBefore(from) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return day.atTime(from).atZone(zone).toInstant();
  }
}
