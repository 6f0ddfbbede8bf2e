package org.masterplan.abandonment.app;

import java.util.OptionalLong;

/** How many members of a community are known, asked of the register. */
public interface MemberCounts {
  /** Members who are known to be a profile; empty if the register cannot be asked now. */
  OptionalLong known(String community);
}
