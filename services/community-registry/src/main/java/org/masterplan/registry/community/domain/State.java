package org.masterplan.registry.community.domain;

/** Where a community stands in its life. */
public enum State {
  DRAFT,
  PROPOSED,
  APPROVED,
  LIVE,
  PAUSED,
  RETIRING,
  ARCHIVED;

  /** Open to members, or closed only for a while. */
  public boolean isLiving() {
    return this == LIVE || this == PAUSED;
  }
}
