package org.masterplan.abandonment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges a community by its own rhythm (capability 13). */
public final class Judge {
  /**
   * What a judgement rests on.
   *
   * @param excused days of silence that are the season's or meant
   * @param zone in which reasons name days
   */
  record Facts(
      Registered registered,
      @Nullable Timeline timeline,
      Judgement.@Nullable Abandoned abandoned,
      Judgement.Days days,
      int excused,
      ZoneId zone) {}

  /** A state and when it holds. The first rule that holds decides. */
  private record Rule(Judgement.State state, Predicate<Facts> holds) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(Judgement.State.ORPHANED, Judge::isOrphaned),
          new Rule(Judgement.State.NOT_OBSERVED, Judge::isNotObserved),
          new Rule(Judgement.State.GHOST_SHIP, Judge::isAbandoned),
          new Rule(Judgement.State.FADING, Judge::isFading),
          new Rule(Judgement.State.ALIVE, _ -> true));

  private static final int PATIENCE_DAYS = 90;
  private static final int MIN_PATIENCE_DAYS = 7;

  private Judge() {}

  /**
   * @param timeline what was observed, null if nobody looked
   * @param zone in which reasons name days
   */
  public static Judgement judge(Registered registered, @Nullable Timeline timeline, ZoneId zone) {
    if (timeline == null || timeline.everyone().isEmpty()) {
      return unseen(registered, timeline, zone);
    }
    var bearing = Bearing.of(registered, timeline);
    var days =
        new Judgement.Days(
            timeline.daysSince(timeline.lastActive()),
            timeline.daysSince(ownerOrHosts(timeline)),
            timeline.daysSince(timeline.lastMember()),
            bearing.rhythm().usualDays());
    var facts =
        new Facts(registered, timeline, bearing.abandoned(), days, 7 * bearing.excused(), zone);
    return judgement(facts, bearing.basis(), Reasons.of(facts, bearing));
  }

  private static Judgement unseen(Registered registered, @Nullable Timeline timeline, ZoneId zone) {
    var facts = new Facts(registered, timeline, null, Judgement.Days.UNKNOWN, 0, zone);
    return judgement(facts, Judgement.Basis.NOTHING_OBSERVED, Reasons.unseen(facts));
  }

  private static Judgement judgement(Facts facts, Judgement.Basis basis, List<Reason> reasons) {
    var state = RULES.stream().filter(r -> r.holds().test(facts)).findFirst().orElseThrow().state();
    var timeline = facts.timeline();
    return new Judgement(
        state,
        since(state, facts),
        basis,
        facts.abandoned(),
        reasons,
        facts.days(),
        timeline == null ? null : timeline.until(),
        timeline == null ? null : timeline.lastActive(),
        facts.registered().orphanTime());
  }

  /** A departed owner orphans at once, however lively the members are (capabilities 14, 15). */
  private static boolean isOrphaned(Facts facts) {
    return facts.registered().orphanTime() != null
        && facts.registered().life() != Registered.Life.ENDED;
  }

  private static boolean isNotObserved(Facts facts) {
    return facts.abandoned() == null;
  }

  private static boolean isAbandoned(Facts facts) {
    return facts.abandoned() != null && facts.abandoned().days365().p() >= 0.5;
  }

  private static boolean isFading(Facts facts) {
    var abandoned = facts.abandoned();
    if (abandoned == null) {
      return false;
    }
    int usual = Math.max(MIN_PATIENCE_DAYS, facts.days().usual().orElse(PATIENCE_DAYS));
    int silence = silence(facts) - facts.excused();
    return abandoned.days365().p() >= 0.2
        || silence > 3 * usual
        || (2 * silence > 3 * usual && abandoned.days90().p() >= 0.5);
  }

  private static int silence(Facts facts) {
    return facts.days().hosts().orElse(facts.days().all().orElse(0));
  }

  private static @Nullable Instant since(Judgement.State state, Facts facts) {
    return switch (state) {
      case ORPHANED -> facts.registered().orphanTime();
      case GHOST_SHIP, FADING -> beyondRhythm(facts);
      case NOT_OBSERVED, ALIVE -> null;
    };
  }

  /** When the silence outgrew what was usual, but not after the end of observation. */
  private static @Nullable Instant beyondRhythm(Facts facts) {
    var timeline = facts.timeline();
    if (timeline == null) {
      return null;
    }
    var patience = Duration.ofDays(facts.days().usual().orElse(PATIENCE_DAYS));
    var counted = Duration.ofDays(silence(facts) - facts.excused());
    var outgrown = timeline.until().minus(counted).plus(patience);
    return outgrown.isAfter(timeline.until()) ? timeline.until() : outgrown;
  }

  private static @Nullable Instant ownerOrHosts(Timeline timeline) {
    return timeline.lastOwner() != null ? timeline.lastOwner() : timeline.lastHost();
  }
}
