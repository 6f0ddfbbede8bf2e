package org.masterplan.profiles.snapshot.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plan at one time.
 *
 * @param id also the name of its folder: the time, and what for if anything
 * @param takenAt when it was begun
 * @param purpose what for; empty: its values are masked
 * @param rows in each table; empty where nobody counted them
 */
public record Snapshot(String id, Instant takenAt, String purpose, Map<Table, Long> rows) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern ID = Pattern.compile("([0-9]{8}T[0-9]{9}Z)(?:-([A-Z][A-Z_]*))?");

  public Snapshot {
    rows = Map.copyOf(rows);
  }

  /** One that is begun now. */
  public static Snapshot begin(Instant now, String purpose) {
    var time = TIME.format(now);
    var id = purpose.isEmpty() ? time : time + "-" + purpose;
    return new Snapshot(id, now, purpose, Map.of());
  }

  /** The one of that id; empty if there can be none. */
  public static Optional<Snapshot> of(String id) {
    var parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var taken = TIME.parse(parts.group(1), Instant::from);
      var purpose = Optional.ofNullable(parts.group(2)).orElse("");
      return Optional.of(new Snapshot(id, taken, purpose, Map.of()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** With what was counted. */
  public Snapshot with(Map<Table, Long> counted) {
    return new Snapshot(id, takenAt, purpose, counted);
  }
}
