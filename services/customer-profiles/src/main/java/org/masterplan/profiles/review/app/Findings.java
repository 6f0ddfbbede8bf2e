package org.masterplan.profiles.review.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Stratum;

/** What a look through all records has found: the most urgent of each kind, and lots drawn. */
final class Findings {
  private static final Comparator<Found> LEAST_URGENT =
      Comparator.comparingInt((Found f) -> f.finding().urgency())
          .thenComparing(f -> f.pair().id(), Comparator.reverseOrder());

  private final int mostOfAKind;
  private final int lots;
  private final SplittableRandom random;
  private final Map<Kind, PriorityQueue<Found>> queues = new EnumMap<>(Kind.class);
  private final Map<Stratum, Long> sizes = new EnumMap<>(Stratum.class);
  private final Map<Stratum, List<Found>> drawn = new EnumMap<>(Stratum.class);

  /** A pair with what was found about it. */
  record Found(Pair pair, Finding finding) {}

  /**
   * Nothing found yet.
   *
   * @param lots how many pairs are drawn of all strata together
   * @param seed the same one draws the same
   */
  Findings(int mostOfAKind, int lots, long seed) {
    this.mostOfAKind = mostOfAKind;
    this.lots = lots;
    this.random = new SplittableRandom(seed);
  }

  /** Worth a look. */
  void queue(Pair pair, Finding finding) {
    var queue = queues.computeIfAbsent(finding.kind(), _ -> new PriorityQueue<>(LEAST_URGENT));
    queue.add(new Found(pair, finding));
    if (queue.size() > mostOfAKind) {
      queue.remove();
    }
  }

  /** One of that stratum, which may be drawn: each of it is as likely (a reservoir). */
  void count(Stratum stratum, Pair pair, Finding finding) {
    long seen = sizes.merge(stratum, 1L, Long::sum);
    var some = drawn.computeIfAbsent(stratum, _ -> new ArrayList<>());
    if (some.size() < lots) {
      some.add(new Found(pair, finding.drawn()));
    } else if (lots > 0) {
      long at = random.nextLong(seen);
      if (at < lots) {
        some.set((int) at, new Found(pair, finding.drawn()));
      }
    }
  }

  /** How many pairs each stratum has. */
  Map<Stratum, Long> sizes() {
    return sizes;
  }

  /** The lots: as many of each stratum, and more where others have fewer. */
  Map<Stratum, List<Found>> lots() {
    var chosen = new EnumMap<Stratum, List<Found>>(Stratum.class);
    int left = lots;
    int strata = drawn.size();
    var smallest = new ArrayList<>(drawn.entrySet());
    smallest.sort(Comparator.comparingInt(each -> each.getValue().size()));
    for (var each : smallest) {
      int share = Math.min(each.getValue().size(), left / Math.max(1, strata--));
      chosen.put(each.getKey(), shuffled(each.getValue()).subList(0, share));
      left -= share;
    }
    return chosen;
  }

  /** All that are wanted, by pair: one that is worth a look and was drawn is both. */
  Map<Pair, Finding> wanted(Map<Stratum, List<Found>> lots) {
    var wanted = new HashMap<Pair, Finding>();
    for (var queue : queues.values()) {
      queue.forEach(found -> wanted.merge(found.pair(), found.finding(), Findings::moreUrgent));
    }
    for (var some : lots.values()) {
      some.forEach(
          found -> wanted.merge(found.pair(), found.finding(), (known, _) -> known.drawn()));
    }
    return wanted;
  }

  private static Finding moreUrgent(Finding one, Finding other) {
    return one.urgency() >= other.urgency() ? one : other;
  }

  private List<Found> shuffled(List<Found> some) {
    for (int i = some.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      var kept = some.get(i);
      some.set(i, some.get(j));
      some.set(j, kept);
    }
    return some;
  }
}
