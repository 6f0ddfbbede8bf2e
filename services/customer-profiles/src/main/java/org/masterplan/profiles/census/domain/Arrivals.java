package org.masterplan.profiles.census.domain;

/**
 * How many records came, ever, and how many of them are left.
 *
 * <p>How many people there are does not hang on who is taken for whom: a record that came since
 * brings at most one more person, and one that went takes at most one away. So what was known of
 * the number of people stays true when profiles are joined and parted, and grows only so much less
 * sure.
 */
public record Arrivals(long ever, long left) {
  /** So many came since. */
  public long cameSince(Arrivals then) {
    return ever - then.ever;
  }

  /** So many went since. */
  public long wentSince(Arrivals then) {
    return ever - left - (then.ever - then.left);
  }
}
