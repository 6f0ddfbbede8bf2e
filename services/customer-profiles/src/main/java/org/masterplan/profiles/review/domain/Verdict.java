package org.masterplan.profiles.review.domain;

/** What a steward says of two records. */
public enum Verdict {
  SAME,
  DIFFERENT,
  CANNOT_TELL
}
