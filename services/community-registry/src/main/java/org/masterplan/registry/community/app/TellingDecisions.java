package org.masterplan.registry.community.app;

import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Standing;

/**
 * Tells whoever submitted a community what became of it, without their having to look. What is told
 * follows from the stored community alone, so that it can be told again: twice is once.
 */
public final class TellingDecisions {
  private final Tidings tidings;

  public TellingDecisions(Tidings tidings) {
    this.tidings = tidings;
  }

  /** Tells the last verdict, if there was one. */
  public void tell(Community community) {
    community.standing().verdict().ifPresent(verdict -> tell(community, verdict));
  }

  private void tell(Community community, Standing.Verdict verdict) {
    var name = community.name().toString();
    var occasion =
        String.join(
            "-",
            name.replace('/', '-'),
            verdict.outcome().name().toLowerCase(Locale.ROOT),
            Long.toString(verdict.at().toEpochMilli()));
    tidings.tell(
        new Tiding(
            new Recipient.Person(verdict.submitter()),
            occasion,
            reason(verdict.outcome()),
            name,
            Map.of("title", community.title()),
            verdict.at()));
  }

  private static String reason(Standing.Outcome outcome) {
    return switch (outcome) {
      case APPROVED -> "NOTICE_COMMUNITY_APPROVED";
      case RETURNED -> "NOTICE_COMMUNITY_RETURNED";
    };
  }
}
