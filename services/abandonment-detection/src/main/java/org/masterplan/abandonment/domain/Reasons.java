package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why a judgement is what it is. The log-odds of being abandoned for a year are taken apart by
 * asking what they would be without the season or pause, without the silence, and without the
 * trend; the parts add up to the whole. Plain facts come first and weigh nothing.
 */
final class Reasons {
  private static final int YEAR = 365;
  private static final double LONG_MEMORY = 520;
  private static final int PATIENCE_DAYS = 90;

  /** Facts worth saying, each by itself. */
  private static final List<Function<Judge.Facts, Optional<Reason>>> FACTS =
      List.of(
          Reasons::ownerDeparted,
          Reasons::ownerSilent,
          Reasons::questionsUnanswered,
          Reasons::fewPeopleLeft,
          Reasons::noRhythmYet);

  private Reasons() {}

  static List<Reason> of(Judge.Facts facts, Bearing bearing) {
    var reasons = new ArrayList<Reason>();
    FACTS.forEach(fact -> fact.apply(facts).ifPresent(reasons::add));
    var parts = new ArrayList<>(List.of(pace(bearing), trend(bearing)));
    silence(facts, bearing).ifPresent(parts::add);
    excuse(bearing).ifPresent(parts::add);
    parts.sort(Comparator.comparingDouble(r -> -Math.abs(r.contribution())));
    reasons.addAll(parts);
    return reasons;
  }

  static List<Reason> unseen(Judge.Facts facts) {
    var reasons = new ArrayList<Reason>();
    ownerDeparted(facts).ifPresent(reasons::add);
    reasons.add(Reason.fact(Reason.Code.NOTHING_OBSERVED, Map.of()));
    return reasons;
  }

  private static Reason pace(Bearing bearing) {
    double logOdds = usual(bearing);
    var code = logOdds > 0 ? Reason.Code.RARE_ACTIVITY : Reason.Code.STEADY_ACTIVITY;
    var weeks = bearing.weeks().beforeSilence();
    return new Reason(
        code, logOdds, Map.of("active", "" + weeks.count(), "weeks", "" + weeks.span()));
  }

  private static Reason trend(Bearing bearing) {
    double change = beforeSilence(bearing) - usual(bearing);
    var code = change > 0 ? Reason.Code.FALLING_ACTIVITY : Reason.Code.RISING_ACTIVITY;
    int recent = (int) Math.round(bearing.rhythm().halfLife());
    return new Reason(code, change, Map.of("weeks", "" + recent));
  }

  /**
   * Of those by whose rhythm it is judged, counted in days as {@link Judgement.Days} counts: the
   * weeks of the model are only whole ones. Where deputies were seen after the owner it is their
   * silence, which is none of those figures.
   */
  private static Optional<Reason> silence(Judge.Facts facts, Bearing bearing) {
    var timeline = facts.timeline();
    if (timeline == null || bearing.weeks().silence() == 0) {
      return Optional.empty();
    }
    var last = bearing.byHosts() ? timeline.lastHost() : timeline.lastActive();
    int days = timeline.daysSince(last).orElseThrow();
    int usual = bearing.rhythm().usualDays().orElse(PATIENCE_DAYS);
    var code =
        days > usual ? Reason.Code.SILENT_BEYOND_OWN_RHYTHM : Reason.Code.SILENT_WITHIN_OWN_RHYTHM;
    double moved = withoutExcuse(bearing) - beforeSilence(bearing);
    var about = new HashMap<>(Map.of("days", "" + days, "usual", "" + usual));
    about.put(Reason.UNTIL, until(facts));
    about.put(Reason.OF, bearing.byHosts() ? Reason.HOSTS : "");
    return Optional.of(new Reason(code, moved, about));
  }

  /** Season or pause, whichever explains more of the silence. */
  private static Optional<Reason> excuse(Bearing bearing) {
    int weeks = bearing.excused();
    double moved = bearing.outlook().abandoned(YEAR).logOdds() - withoutExcuse(bearing);
    var code = bearing.paused() >= weeks ? Reason.Code.PAUSED : Reason.Code.QUIET_SEASON;
    return weeks == 0
        ? Optional.empty()
        : Optional.of(new Reason(code, moved, Map.of("weeks", "" + weeks)));
  }

  private static double usual(Bearing bearing) {
    return logOdds(bearing.weeks().beforeSilence(), LONG_MEMORY);
  }

  private static double beforeSilence(Bearing bearing) {
    return logOdds(bearing.weeks().beforeSilence(), bearing.rhythm().halfLife());
  }

  private static double withoutExcuse(Bearing bearing) {
    return logOdds(bearing.weeks(), bearing.rhythm().halfLife());
  }

  private static double logOdds(ActiveWeeks weeks, double halfLife) {
    return Outlook.of(weeks, halfLife, 0).abandoned(YEAR).logOdds();
  }

  private static Optional<Reason> ownerDeparted(Judge.Facts facts) {
    var since = facts.registered().orphanTime();
    return since == null
        ? Optional.empty()
        : Optional.of(
            Reason.fact(Reason.Code.OWNER_DEPARTED, Map.of("date", day(since, facts.zone()))));
  }

  private static Optional<Reason> ownerSilent(Judge.Facts facts) {
    int silent = facts.days().hosts().orElse(0);
    int members = facts.days().members().orElse(Integer.MAX_VALUE);
    boolean meant = facts.registered().life() == Registered.Life.PAUSED;
    boolean alone =
        !meant && silent > 2 * facts.days().usual().orElse(PATIENCE_DAYS) && members < silent;
    return alone
        ? Optional.of(
            Reason.fact(
                Reason.Code.OWNER_SILENT,
                Map.of(
                    "days",
                    "" + silent,
                    "members",
                    "" + members,
                    Reason.UNTIL,
                    until(facts),
                    Reason.OF,
                    isOwnerSeen(facts) ? "" : Reason.HOSTS)))
        : Optional.empty();
  }

  /** Of an owner who was never seen, the others who steer it are meant. */
  private static boolean isOwnerSeen(Judge.Facts facts) {
    var timeline = facts.timeline();
    return timeline != null && timeline.lastOwner() != null;
  }

  private static Optional<Reason> questionsUnanswered(Judge.Facts facts) {
    var timeline = facts.timeline();
    return timeline == null || 2 * timeline.unanswered() <= timeline.questions()
        ? Optional.empty()
        : Optional.of(
            Reason.fact(
                Reason.Code.QUESTIONS_UNANSWERED,
                Map.of(
                    "unanswered",
                    "" + timeline.unanswered(),
                    "questions",
                    "" + timeline.questions(),
                    Reason.UNTIL,
                    until(facts))));
  }

  private static Optional<Reason> fewPeopleLeft(Judge.Facts facts) {
    var timeline = facts.timeline();
    if (timeline == null) {
      return Optional.empty();
    }
    long now = timeline.turnout().last90().count().value();
    long year = timeline.turnout().lastYear().count().value();
    return year >= 10 && 10 * now < year
        ? Optional.of(
            Reason.fact(
                Reason.Code.FEW_PEOPLE_LEFT,
                Map.of("now", "" + now, "year", "" + year, Reason.UNTIL, until(facts))))
        : Optional.empty();
  }

  private static Optional<Reason> noRhythmYet(Judge.Facts facts) {
    return facts.days().usual().isPresent()
        ? Optional.empty()
        : Optional.of(Reason.fact(Reason.Code.NO_RHYTHM_YET, Map.of()));
  }

  /** The last day that was looked at. */
  private static String until(Judge.Facts facts) {
    var timeline = facts.timeline();
    return timeline == null ? "" : day(timeline.until(), facts.zone());
  }

  private static String day(Instant time, ZoneId zone) {
    return LocalDate.ofInstant(time, zone).toString();
  }
}
