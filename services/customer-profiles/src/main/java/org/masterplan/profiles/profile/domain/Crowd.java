package org.masterplan.profiles.profile.domain;

/** Of how many people figures must be, so that they say nothing of any one of them. */
public final class Crowd {
  /** Figures of fewer tell of each. */
  public static final int FEWEST = 30;

  private Crowd() {}

  /** Whether so many are some, and too few to be counted to whoever may not know of each. */
  public static boolean isFew(long people) {
    return people > 0 && people < FEWEST;
  }
}
