package org.masterplan.profiles.identity.domain;

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
  ERASED
}
