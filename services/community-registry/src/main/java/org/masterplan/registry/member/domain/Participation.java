package org.masterplan.registry.member.domain;

/** Whether a member takes part. */
public enum Participation {
  JOINED,
  /** Waits for a place (capability 43). */
  WAITING,
  LEFT
}
