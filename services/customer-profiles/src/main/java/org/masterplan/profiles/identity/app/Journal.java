package org.masterplan.profiles.identity.app;

import java.util.List;
import org.masterplan.profiles.identity.domain.Decision;

/** The journal of identity. Every implementation passes {@code JournalContract}. */
public interface Journal {
  /**
   * Appends a decision durably; false, and nothing is changed, if its number is taken: somebody
   * else has decided first.
   */
  boolean append(Decision decision);

  /** The decisions after that number, in order, at most {@code limit}. */
  List<Decision> after(long number, int limit);

  /**
   * What stewards decided by which records came to that profile from another, or went to one,
   * newest first, at most {@code limit}.
   */
  List<Decision> said(long profile, int limit);

  /** The number of the last decision; 0 if there is none. */
  long last();
}
