package org.masterplan.gateway.console;

import java.util.OptionalLong;

/**
 * How many people: as the platform declares, as the plan knows, as they were seen to be active.
 * What is not known is absent, never 0.
 */
public record People(OptionalLong declared, OptionalLong known, OptionalLong active) {
  /** Nothing is known at all. */
  static final People UNKNOWN =
      new People(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
