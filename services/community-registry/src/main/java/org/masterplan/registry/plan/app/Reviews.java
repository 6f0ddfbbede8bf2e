package org.masterplan.registry.plan.app;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.query.Filter;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.State;
import org.masterplan.registry.resource.app.Lists;

/**
 * Communities to be compared with what was hoped of them (capability 20). A review that is due soon
 * is a reminder; one that is overdue is a finding.
 */
public final class Reviews {
  private static final Period SOON = Period.ofDays(30);

  private final Communities communities;

  public Reviews(Communities communities) {
    this.communities = communities;
  }

  /** A community and the day of its review. */
  public record Owed(Community community, LocalDate day) {}

  /** What is owed on a day, soonest first. */
  public record Report(LocalDate asOf, List<Owed> dueSoon, List<Owed> overdue) {
    public Report {
      dueSoon = List.copyOf(dueSoon);
      overdue = List.copyOf(overdue);
    }
  }

  /** Reads every community of the plan; drafts and what is closed owe no review. */
  public Report on(LocalDate today) {
    var dueSoon = new ArrayList<Owed>();
    var overdue = new ArrayList<Owed>();
    Lists.each(
        communities,
        new Filter.All(),
        CommunityFields.NEWEST_FIRST,
        c -> owed(c.value()).ifPresent(o -> sort(o, today, dueSoon, overdue)));
    dueSoon.sort(Comparator.comparing(Owed::day));
    overdue.sort(Comparator.comparing(Owed::day));
    return new Report(today, dueSoon, overdue);
  }

  private static Optional<Owed> owed(Community community) {
    return owesReviews(community.standing().state())
        ? community.intent().answers().reviewDate().map(day -> new Owed(community, day))
        : Optional.empty();
  }

  private static boolean owesReviews(State state) {
    return switch (state) {
      case APPROVED, LIVE, PAUSED -> true;
      case DRAFT, PROPOSED, RETIRING, ARCHIVED -> false;
    };
  }

  private static void sort(Owed owed, LocalDate today, List<Owed> dueSoon, List<Owed> overdue) {
    if (owed.day().isBefore(today)) {
      overdue.add(owed);
    } else if (!owed.day().isAfter(today.plus(SOON))) {
      dueSoon.add(owed);
    }
  }
}
