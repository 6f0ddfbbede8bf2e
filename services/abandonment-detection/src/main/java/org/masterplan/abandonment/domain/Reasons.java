package org.masterplan.abandonment.domain;

import java.util.ArrayList;
import java.util.Comparator;
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
    silence(bearing).ifPresent(parts::add);
    excuse(bearing).ifPresent(parts::add);
    parts.sort(Comparator.comparingDouble(r -> -Math.abs(r.contribution())));
    reasons.addAll(parts);
    return reasons;
  }

  static List<Reason> unseen(Registered registered) {
    var reasons = new ArrayList<Reason>();
    ownerDeparted(registered).ifPresent(reasons::add);
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

  private static Optional<Reason> silence(Bearing bearing) {
    int weeks = bearing.weeks().silence();
    if (weeks == 0) {
      return Optional.empty();
    }
    int usual = bearing.rhythm().usualDays().orElse(PATIENCE_DAYS);
    var code =
        7 * weeks > usual
            ? Reason.Code.SILENT_BEYOND_OWN_RHYTHM
            : Reason.Code.SILENT_WITHIN_OWN_RHYTHM;
    double moved = withoutExcuse(bearing) - beforeSilence(bearing);
    return Optional.of(
        new Reason(code, moved, Map.of("days", "" + 7 * weeks, "usual", "" + usual)));
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
    return ownerDeparted(facts.registered());
  }

  private static Optional<Reason> ownerDeparted(Registered registered) {
    return registered.orphanTime() == null
        ? Optional.empty()
        : Optional.of(
            Reason.fact(
                Reason.Code.OWNER_DEPARTED,
                Map.of("date", registered.orphanTime().toString().substring(0, 10))));
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
                Reason.Code.OWNER_SILENT, Map.of("days", "" + silent, "members", "" + members)))
        : Optional.empty();
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
                    "" + timeline.questions())));
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
            Reason.fact(Reason.Code.FEW_PEOPLE_LEFT, Map.of("now", "" + now, "year", "" + year)))
        : Optional.empty();
  }

  private static Optional<Reason> noRhythmYet(Judge.Facts facts) {
    return facts.days().usual().isPresent()
        ? Optional.empty()
        : Optional.of(Reason.fact(Reason.Code.NO_RHYTHM_YET, Map.of()));
  }
}
