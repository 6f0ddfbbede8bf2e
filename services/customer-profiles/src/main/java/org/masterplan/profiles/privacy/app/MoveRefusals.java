package org.masterplan.profiles.privacy.app;

import org.masterplan.profiles.privacy.domain.Standstill;

/** Hears of moves that a service refuses, so that somebody who can mend it learns of them. */
public interface MoveRefusals {
  /**
   * A move was refused, once more or for the first time.
   *
   * @param reason what the service answered; no personal data
   */
  void refused(Standstill move, String reason);
}
