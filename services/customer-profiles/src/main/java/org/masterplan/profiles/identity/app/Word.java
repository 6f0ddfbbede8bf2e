package org.masterplan.profiles.identity.app;

import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Said;

/**
 * What a steward says of two records.
 *
 * @param now what counts from now on
 * @param back whether it takes back what was said of these two alone; where that does not stand any
 *     more nothing is changed
 */
public record Word(Said now, boolean back) {
  Cause cause() {
    return switch (now) {
      case SAME -> Cause.MERGED;
      case DIFFERENT -> Cause.SPLIT;
      case NOTHING -> Cause.UNSAID;
    };
  }
}
