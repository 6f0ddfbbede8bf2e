package org.masterplan.registry.plan.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.notice.Notice;
import org.masterplan.platform.notice.Notices;
import org.masterplan.registry.plan.app.Reviews;

/**
 * Reminds whoever proposed a community that its review is due, and tells them once when it is
 * overdue. A community that nobody proposed has nobody to remind; the report names it all the same.
 */
public final class ReviewReminders {
  private final Reviews reviews;
  private final Notices notices;
  private final Clock clock;
  private final ZoneId zone;

  public ReviewReminders(Reviews reviews, Notices notices, Clock clock, ZoneId zone) {
    this.reviews = reviews;
    this.notices = notices;
    this.clock = clock;
    this.zone = zone;
  }

  /** One round; a notice that was given already is not given again. */
  public void remind(Leasing.Held held) {
    var report = reviews.on(LocalDate.ofInstant(clock.instant(), zone));
    held.check();
    report.dueSoon().forEach(owed -> tell(owed, "REVIEW_DUE"));
    report.overdue().forEach(owed -> tell(owed, "REVIEW_OVERDUE"));
  }

  private void tell(Reviews.Owed owed, String reason) {
    var community = owed.community();
    var recipient = community.standing().submitter();
    if (recipient.isEmpty()) {
      return;
    }
    var name = community.name().toString();
    var day = owed.day().toString();
    notices.add(
        new Notice(
            reason.toLowerCase(Locale.ROOT).replace('_', '-')
                + "-"
                + community.name().id()
                + "-"
                + day,
            recipient,
            reason,
            Map.of("title", community.title(), "date", day),
            name,
            clock.instant()));
  }
}
