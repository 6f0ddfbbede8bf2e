package org.masterplan.listening.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.WrongState;

/**
 * How something that was open ended.
 *
 * @param words what was done or learned
 */
public record Closing(String words, Instant at) {
  /** Refuses what is closed already. */
  static void mustBeOpen(String name, @Nullable Closing closing) {
    if (closing != null) {
      throw new WrongState("CLOSED_ALREADY", Map.of("name", name, "time", closing.at().toString()));
    }
  }
}
