package org.masterplan.governance.message.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.masterplan.governance.message.domain.Collision.Reason;
import org.masterplan.kernel.text.Texts;

/** When two messages are too near to each other. */
public final class CollisionRules {
  /** Two messages before the same person within this are too near. */
  public static final Duration NEAR = Duration.ofDays(3);

  /** Two prices before the same person within this contradict each other. */
  public static final Duration PRICE_REMEMBERED = Duration.ofDays(7);

  /** How far around its time a message looks for a free slot. */
  public static final Duration SEARCH = Duration.ofDays(14);

  private static final int SLOTS = 5;

  /** Inside the law's hours of every channel (08:00-17:00 for calls). */
  private static final List<LocalTime> TIMES =
      List.of(LocalTime.of(9, 0), LocalTime.of(11, 0), LocalTime.of(14, 0), LocalTime.of(16, 0));

  private CollisionRules() {}

  /** Why two messages before the same people collide; empty if they are far enough apart. */
  public static Optional<Reason> reason(Content one, Content other) {
    var gap = gap(one, other);
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    if (twoPrices(one, other) && gap.get().compareTo(PRICE_REMEMBERED) < 0) {
      return Optional.of(Reason.TWO_PRICES);
    }
    if (gap.get().compareTo(NEAR) >= 0) {
      return Optional.empty();
    }
    return Optional.of(sameTopic(one, other) ? Reason.SAME_TOPIC : Reason.SAME_PEOPLE);
  }

  private static Optional<Duration> gap(Content one, Content other) {
    var a = one.plannedTime();
    var b = other.plannedTime();
    return a == null || b == null ? Optional.empty() : Optional.of(Duration.between(a, b).abs());
  }

  private static boolean twoPrices(Content one, Content other) {
    return one.offer() != null && other.offer() != null && one.offer().contradicts(other.offer());
  }

  private static boolean sameTopic(Content one, Content other) {
    return !one.topic().isEmpty() && Texts.fold(one.topic()).equals(Texts.fold(other.topic()));
  }

  /**
   * Where the message would meet none of the rivals, which reach the same people; nearest first.
   */
  public static List<Instant> freeSlots(
      Content content, List<Content> rivals, Instant now, ZoneId zone) {
    var planned = content.plannedTime();
    if (planned == null) {
      return List.of();
    }
    return candidates(planned, zone).stream()
        .filter(t -> t.isAfter(now))
        .filter(t -> rivals.stream().allMatch(r -> reason(content.at(t), r).isEmpty()))
        .sorted(Comparator.comparing(t -> Duration.between(planned, t).abs()))
        .limit(SLOTS)
        .toList();
  }

  private static List<Instant> candidates(Instant planned, ZoneId zone) {
    var day = planned.atZone(zone).toLocalDate();
    int reach = (int) SEARCH.toDays();
    var all = new ArrayList<Instant>();
    IntStream.rangeClosed(-reach, reach)
        .mapToObj(day::plusDays)
        .forEach(d -> TIMES.forEach(t -> all.add(d.atTime(t).atZone(zone).toInstant())));
    return all;
  }
}
