package org.masterplan.profiles.review.domain;

import java.time.Instant;

/** One steward's word; {@code note} is why, perhaps empty. */
public record Opinion(String actor, Verdict verdict, String note, Instant at) {
  /** Whether the same steward has said the same before. */
  boolean repeats(Opinion before) {
    return actor.equals(before.actor()) && verdict == before.verdict();
  }
}
