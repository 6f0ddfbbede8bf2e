package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a rule judges.
 *
 * @param account the account of the rule's basis; empty for a rule about the person
 * @param time when the contact shall take place
 * @param now when it is judged, which decides what is still held
 */
public record Situation(Ask ask, Person person, Account account, Instant time, Instant now) {
  Channel channel() {
    return ask.channel();
  }

  MessageClass messageClass() {
    return ask.messageClass();
  }

  boolean limited() {
    return ask.limited();
  }

  /** One more contact against those of that kind that count now. */
  Verdict within(RollingWindow window, Predicate<Entry> kind) {
    var taken = account.times(now, kind);
    return window.allows(taken, time) ? Verdict.FINE : later(window, taken);
  }

  private Verdict later(RollingWindow window, List<Instant> taken) {
    return new Verdict.Refused(window.earliest(taken, time).orElse(null));
  }
}
