package org.masterplan.demo;

/** How a community truly fares. */
enum Standing {
  ALIVE,
  /** Few events, steadily: not abandoned. */
  MAINTENANCE,
  /** The host posts and answers nobody. */
  BROADCAST,
  ABANDONED,
  FADING,
  /** Wakes before each lunar new year. */
  TET,
  /** Wakes before each school year. */
  SCHOOL,
  /** Silent for a year, and back. */
  REVIVED,
  /** Its unit was dissolved and it died of that. */
  ORPHAN_GHOST,
  /** Its unit was dissolved; the members carry on. */
  ORPHAN_ALIVE,
  /** Its owner left the company; the members carry on. */
  OWNER_LEFT,
  /** The members talk, the host has stopped. */
  OWNER_SILENT,
  /** Nobody can see it, or nobody can since a while: silence proves nothing. */
  NOT_OBSERVED;

  boolean abandoned() {
    return this == ABANDONED || this == ORPHAN_GHOST;
  }

  boolean orphaned() {
    return this == ORPHAN_GHOST || this == ORPHAN_ALIVE || this == OWNER_LEFT;
  }
}
