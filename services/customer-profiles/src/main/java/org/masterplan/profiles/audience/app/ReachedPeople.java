package org.masterplan.profiles.audience.app;

import java.time.Instant;
import java.util.OptionalLong;

/** Whom messages have reached, as governance knows. Throws {@code Unavailable} if it is away. */
public interface ReachedPeople {
  /**
   * How many people the widest message to that community alone has reached since then; empty if
   * none was released.
   */
  OptionalLong since(String community, Instant since);
}
