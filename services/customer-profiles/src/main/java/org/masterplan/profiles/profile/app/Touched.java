package org.masterplan.profiles.profile.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Founding;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Shift;
import org.masterplan.profiles.profile.domain.Card;

/** What decisions did to the profiles they touched; of several things the last. */
final class Touched {
  private final Map<Long, Card.Change> changes = new LinkedHashMap<>();

  static Map<Long, Card.Change> by(List<Decision> decisions) {
    var touched = new Touched();
    decisions.forEach(touched::take);
    return touched.changes;
  }

  private void take(Decision decision) {
    for (var founding : decision.foundings()) {
      touch(
          founding.profile(),
          isNew(founding, decision) ? Card.Change.CREATED : Card.Change.CHANGED);
    }
    for (var move : decision.moves()) {
      touch(move.before(), Card.Change.CHANGED);
      touch(move.after(), Card.Change.CHANGED);
    }
    for (var shift : decision.shifts()) {
      touch(shift.from(), change(shift));
      touch(shift.to(), change(shift));
    }
  }

  /** Whose records were there before is founded by another of them. */
  private static boolean isNew(Founding founding, Decision decision) {
    return decision.moves().stream().noneMatch(move -> move.before() == founding.profile());
  }

  private static Card.Change change(Shift shift) {
    return shift.whole() ? Card.Change.MERGED : Card.Change.SPLIT;
  }

  /** That records changed says less than anything else. */
  private void touch(long profile, Card.Change change) {
    if (profile != Move.NONE) {
      changes.merge(profile, change, (was, is) -> is == Card.Change.CHANGED ? was : is);
    }
  }
}
