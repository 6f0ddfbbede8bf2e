package org.masterplan.profiles.audience.app;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Whom messages have reached, as governance knows. Throws {@code Unavailable} if it is away. */
public interface ReachedPeople {
  /**
   * How many people the widest message to that community alone has reached since then; empty if
   * none was released.
   *
   * @param units names of those whose messages count; empty: all
   */
  OptionalLong since(String community, Instant since, Optional<Set<String>> units);
}
