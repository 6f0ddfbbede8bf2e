package org.masterplan.profiles.identity.domain;

/**
 * One record's assignment before and after a decision. A record whose content changed is listed
 * also if it stays, so that every reader of the journal looks at it anew.
 *
 * @param record the record's number
 * @param before its profile, {@link #NONE} if it was new
 * @param after its profile, {@link #NONE} if it is gone
 */
public record Move(long record, long before, long after) {
  /** No profile. */
  public static final long NONE = -1;
}
