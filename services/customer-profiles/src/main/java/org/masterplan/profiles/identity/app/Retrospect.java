package org.masterplan.profiles.identity.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Roster;

/** What was decided of late, by any instance. */
public final class Retrospect {
  private static final int AT_ONCE = 200;

  private final Identity identity;

  public Retrospect(Identity identity) {
    this.identity = identity;
  }

  /** Whether the record of that number is in a profile. */
  public boolean isPlaced(long record) {
    return identity.<Long>known(roster -> roster.profileOf(record)) != Move.NONE;
  }

  /** Those of the records, with when each was stored, on which nobody has decided since then. */
  public Set<Long> undecided(Map<Long, Instant> stored) {
    var open = new HashMap<>(stored);
    var first = stored.values().stream().min(Instant::compareTo).orElse(Instant.MAX);
    long before = open.isEmpty() ? 0 : identity.<Long>ask(Roster::applied);
    while (before > 0 && !open.isEmpty()) {
      var page = page(before);
      page.forEach(decision -> close(decision, open));
      var oldest = page.getFirst();
      before = oldest.by().at().isBefore(first) ? 0 : oldest.number() - 1;
    }
    return open.keySet();
  }

  /** The decisions up to that one, the newest of them. */
  private List<Decision> page(long last) {
    return identity.since(Math.max(0, last - AT_ONCE), AT_ONCE).stream()
        .filter(decision -> decision.number() <= last)
        .toList();
  }

  private static void close(Decision decision, Map<Long, Instant> open) {
    for (var move : decision.moves()) {
      var stored = open.get(move.record());
      if (stored != null && decision.by().at().isAfter(stored)) {
        open.remove(move.record());
      }
    }
  }
}
