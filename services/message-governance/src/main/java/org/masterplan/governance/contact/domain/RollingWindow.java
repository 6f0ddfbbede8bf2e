package org.masterplan.governance.contact.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * At most so many in any stretch of such a length, wherever the stretch begins. Contacts may be
 * reserved in any order of time, so what comes later counts as much as what came before.
 *
 * @param most how many are allowed; 0 allows none
 * @param length two contacts exactly this far apart are in two stretches
 */
public record RollingWindow(int most, Duration length) {
  public RollingWindow {
    if (most < 0 || !length.isPositive()) {
      throw new IllegalArgumentException(most + " in " + length + " (expected: >= 0 in > 0)");
    }
  }

  /** Whether one more at {@code at} keeps every stretch within the limit. */
  public boolean allows(List<Instant> taken, Instant at) {
    var all = new ArrayList<>(taken);
    all.add(at);
    Collections.sort(all);
    for (int i = 0; i + most < all.size(); i++) {
      var first = all.get(i);
      var last = all.get(i + most);
      var holdsNew = !first.isAfter(at) && !last.isBefore(at);
      if (holdsNew && Duration.between(first, last).compareTo(length) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The first time from {@code from} on at which one more is allowed; empty if never. */
  public Optional<Instant> earliest(List<Instant> taken, Instant from) {
    if (most == 0) {
      return Optional.empty();
    }
    var candidates = new TreeSet<Instant>();
    candidates.add(from);
    taken.stream().map(t -> t.plus(length)).filter(t -> t.isAfter(from)).forEach(candidates::add);
    return candidates.stream().filter(t -> allows(taken, t)).findFirst();
  }
}
