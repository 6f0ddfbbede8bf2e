package org.masterplan.profiles.review.domain;

/** Pairs of one sort, of which some are drawn to tell how many of all of them are one person. */
public enum Stratum {
  /** One profile, and what the two say contradicts. */
  LINKED_CONTRADICTING(true),
  /** One profile, otherwise. */
  LINKED(true),
  /** Two profiles that share a phone number or an e-mail address. */
  APART_SHARING(false),
  /** Two profiles of one name and birth date. */
  APART_NAMESAKES(false),
  /** Two profiles of which the learned weights are in doubt, otherwise. */
  APART_UNCERTAIN(false);

  private final boolean linked;

  Stratum(boolean linked) {
    this.linked = linked;
  }

  /** Whether its pairs are one profile. */
  public boolean linked() {
    return linked;
  }
}
