package org.masterplan.abandonment.domain;

/** On whose side an act was: what hosts do is steering, what members do is being aboard. */
public enum Voice {
  /** Staff, or work that those who steer accepted. */
  HOST,
  /** Customers and other members. */
  MEMBER,
  /** Programs: kept, never counted. */
  BOT
}
