package org.masterplan.profiles.history.domain;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Shift;

/**
 * What one decision did to a profile and another one.
 *
 * @param other the other profile
 * @param records the numbers of those that changed their profile by it
 */
public record Change(long journal, Decision.By by, Kind kind, long other, List<Long> records) {
  /** What it did. */
  public enum Kind {
    /** The other became part of it. */
    JOINED,
    /** It became part of the other. */
    WENT,
    /** Some of its records became the other's. */
    PARTED,
    /** Some of the other's records became its own. */
    CAME
  }

  public Change {
    records = List.copyOf(records);
  }

  /** What the decision did to that profile. */
  public static List<Change> of(long profile, Decision decision) {
    var changes = new ArrayList<Change>();
    for (var shift : decision.shifts()) {
      if (shift.names(profile)) {
        boolean away = shift.from() == profile;
        changes.add(
            new Change(
                decision.number(),
                decision.by(),
                kind(away, shift.whole()),
                away ? shift.to() : shift.from(),
                moved(shift, decision)));
      }
    }
    return changes;
  }

  private static Kind kind(boolean away, boolean whole) {
    if (away) {
      return whole ? Kind.WENT : Kind.PARTED;
    }
    return whole ? Kind.JOINED : Kind.CAME;
  }

  private static List<Long> moved(Shift shift, Decision decision) {
    return decision.moves().stream()
        .filter(move -> move.before() == shift.from() && move.after() == shift.to())
        .map(Move::record)
        .toList();
  }
}
