package org.masterplan.profiles.identity.app;

import org.masterplan.profiles.identity.domain.LongSet;

/**
 * What a decision is to look at.
 *
 * @param changed those of the records that are to be listed even if they stay where they are
 */
record Due(LongSet records, LongSet changed) {
  static final Due NOTHING = new Due(LongSet.of(), LongSet.of());
}
