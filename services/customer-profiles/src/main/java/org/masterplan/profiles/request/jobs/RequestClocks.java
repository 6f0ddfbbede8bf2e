package org.masterplan.profiles.request.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.request.domain.Deadline;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/**
 * Tells the privacy officer of requests whose time runs out, once before and once after. How much
 * time is left is told by the request itself.
 */
public final class RequestClocks {
  private static final Duration BEFORE = Duration.ofDays(3);

  private final RequestDesk desk;
  private final Tidings tidings;
  private final Clock clock;

  public RequestClocks(RequestDesk desk, Tidings tidings, Clock clock) {
    this.desk = desk;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** One round; what was told already is not told again. */
  public void look() {
    var now = clock.instant();
    desk.eachDueBefore(
        now.plus(BEFORE),
        request -> {
          tell(request, "acknowledgement", request.acknowledgement(), now);
          tell(request, "answer", request.answer(), now);
        });
  }

  private void tell(PrivacyRequest request, String what, Deadline limit, Instant now) {
    if (!limit.isRunning() || limit.due().isAfter(now.plus(BEFORE))) {
      return;
    }
    boolean over = limit.overdue(now);
    // An extension moves the day: it is told of anew.
    var occasion =
        String.join(
            "-",
            "request",
            request.name().id(),
            what,
            over ? "over" : "soon",
            Long.toString(limit.due().getEpochSecond()));
    tidings.tell(
        new Tiding(
            new Recipient.Office(Role.PRIVACY_OFFICER),
            occasion,
            over ? "NOTICE_REQUEST_OVERDUE" : "NOTICE_REQUEST_DUE",
            request.name().toString(),
            Map.of(
                "reference",
                request.wish().reference(),
                "due",
                limit.due().toString(),
                "article",
                limit.article()),
            now));
  }
}
