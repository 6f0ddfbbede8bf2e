package org.masterplan.profiles.profile.domain;

import java.time.Instant;
import java.util.List;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * A value with where it came from.
 *
 * @param record the record that said it, in the spelling that is shown
 * @param time as of when a source last said so, or it was set right here, in whatever spelling
 * @param rule the rule that chose it among several
 * @param support how many records say the same
 * @param others what other records say, best first
 */
public record Value(
    String value, RecordName record, Instant time, Rule rule, int support, List<String> others) {

  /** Why a value was chosen. Each asks only where those before it cannot tell. */
  public enum Rule {
    /** Nobody says otherwise. */
    ONLY,
    /** It was set right here, or later than the others. */
    CORRECTED,
    /** Its source is trusted more. */
    TRUSTED,
    /** It is the fuller name. */
    FULLEST,
    /** More records say so. */
    SUPPORTED,
    /** It was said last. */
    NEWEST,
    /** Nothing tells them apart; the first in the alphabet, so that it stays the same. */
    FIRST
  }

  public Value {
    others = List.copyOf(others);
  }
}
