package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;

/**
 * Tells the CMO office of what is submitted to it, and proposers of what became of it. What is told
 * follows from the stored message alone, so that it can be told again: twice is once.
 */
public final class TellingDecisions {
  private final Tidings tidings;

  public TellingDecisions(Tidings tidings) {
    this.tidings = tidings;
  }

  /** Tells whoever is to know how the message stands. */
  public void tell(Message message) {
    var decided = message.hands().decided();
    if (decided == null) {
      return;
    }
    var proposer = new Recipient.Person(message.hands().submitter());
    switch (message.state()) {
      case DRAFT -> tell(message, decided, proposer, "NOTICE_MESSAGE_RETURNED");
      case PROPOSED ->
          tell(message, decided, new Recipient.Office(Role.CMO), "NOTICE_MESSAGE_SUBMITTED");
      case APPROVED -> tell(message, decided, proposer, "NOTICE_MESSAGE_APPROVED");
      case SCHEDULED, RELEASED, CANCELLED -> {
        // Whoever did it knows, and nobody else has to act.
      }
    }
  }

  private void tell(Message message, Instant decided, Recipient to, String reason) {
    var state = message.state().name().toLowerCase(Locale.ROOT);
    var occasion =
        String.join(
            "-", message.name().replace('/', '-'), state, Long.toString(decided.toEpochMilli()));
    var title = Map.of("title", message.content().title());
    tidings.tell(new Tiding(to, occasion, reason, message.name(), title, decided));
  }
}
