package org.masterplan.governance.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one rule says about one contact. */
public sealed interface Verdict {
  /** The only way to have no objection. */
  Verdict FINE = new Fine();

  /** No objection. */
  record Fine() implements Verdict {}

  /**
   * An objection.
   *
   * @param next when the rule would have none; null if no waiting helps
   */
  record Refused(@Nullable Instant next) implements Verdict {}

  /** Fine if the condition holds, else refused whatever the time. */
  static Verdict unless(boolean refused) {
    return refused ? new Refused(null) : FINE;
  }
}
