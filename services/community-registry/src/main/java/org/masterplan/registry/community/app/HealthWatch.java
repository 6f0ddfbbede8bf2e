package org.masterplan.registry.community.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.registry.community.app.HealthReports.Report;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Wellbeing;

/** Writes into the register how well communities are. Applying a report twice is harmless. */
public final class HealthWatch {
  /** The same health is written again only when it is this much newer: each write is a revision. */
  private static final Duration FRESHER = Duration.ofHours(6);

  private final Communities communities;
  private final Clock clock;

  public HealthWatch(Communities communities, Clock clock) {
    this.communities = communities;
    this.clock = clock;
  }

  /** Takes in a report; those of communities that are not here are let go. */
  public void see(Report report) {
    var name = report.community();
    var seen = report.seen();
    boolean settled = false;
    while (!settled) {
      var stored = communities.find(name);
      if (stored.isEmpty() || !isNews(stored.get().value(), seen)) {
        return;
      }
      try {
        var next = stored.get().value().seen(seen);
        communities.replace(name, stored.get().revision(), next, entry());
        settled = true;
      } catch (Stale _) {
        // Somebody else wrote in between: look again.
      }
    }
  }

  private static boolean isNews(Community community, Wellbeing seen) {
    return community
        .wellbeing()
        .map(
            before ->
                seen.health() == before.health()
                    ? seen.asOf().isAfter(before.asOf().plus(FRESHER))
                    : !seen.asOf().isBefore(before.asOf()))
        .orElse(true);
  }

  private AuditEntry entry() {
    return new AuditEntry(
        clock.instant(),
        "service:community-registry",
        "COMMUNITY_HEALTH_SEEN",
        List.of("health", "health_time"),
        "");
  }
}
