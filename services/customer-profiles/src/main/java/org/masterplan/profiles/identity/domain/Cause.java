package org.masterplan.profiles.identity.domain;

import java.util.Set;

/** What led to a decision. */
public enum Cause {
  /** Records were loaded or changed, and matched. */
  RESOLVED,
  /** A steward said that profiles are one person. */
  MERGED,
  /** A steward said that records are another person. */
  SPLIT,
  /** A steward took back what was said of two records. */
  UNSAID,
  /** A person was erased, or records withdrawn. */
  ERASED;

  private static final Set<Cause> OF_STEWARDS = Set.of(MERGED, SPLIT, UNSAID);

  /** Those by which a steward says who is whom. */
  public static Set<Cause> ofStewards() {
    return OF_STEWARDS;
  }
}
