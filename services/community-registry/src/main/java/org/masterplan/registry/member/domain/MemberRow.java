package org.masterplan.registry.member.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

/** How a row of a members' list is read. */
public final class MemberRow {
  /** A list may come from a machine in another zone. */
  private static final Duration ZONES = Duration.ofDays(1);

  private MemberRow() {}

  /** Into which community, on which platform, as of when, with days of which zone. */
  public record Into(String community, String platform, Instant now, ZoneId zone) {}

  /** The member that the row names; refuses what cannot be read, by field. */
  public static Member read(Row.Good row, Into into) {
    var keys =
        new Keys(
            into.platform(),
            row.value("handle"),
            row.value("email"),
            row.value("phone"),
            row.value("record"));
    var joined = time(row, "joined", into);
    var left = time(row, "left", into);
    if (joined.isPresent() && left.isPresent() && left.get().isBefore(joined.get())) {
      throw InvalidFields.of("left", "LEFT_BEFORE_JOINED", Map.of("joined", row.value("joined")));
    }
    return Member.listed(into.community(), keys, joined, left);
  }

  private static Optional<Instant> time(Row.Good row, String field, Into into) {
    var text = row.value(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var time =
        Dates.time(text, into.zone())
            .orElseThrow(() -> InvalidFields.of(field, "MEMBER_TIME_FORMAT", Map.of()));
    if (time.isAfter(into.now().plus(ZONES))) {
      throw InvalidFields.of(field, "MEMBER_TIME_TO_COME", Map.of());
    }
    return Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
  }
}
