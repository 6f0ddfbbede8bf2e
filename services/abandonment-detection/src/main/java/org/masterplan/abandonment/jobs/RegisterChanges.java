package org.masterplan.abandonment.jobs;

import java.util.List;
import org.masterplan.abandonment.domain.Registered;

/** What changed in the register, step by step. */
public interface RegisterChanges {
  /** One step; {@code more}: whether another would find something now. */
  record Step(List<Registered> communities, String token, boolean more) {
    public Step {
      communities = List.copyOf(communities);
    }
  }

  /** What changed after the token; an empty one starts at the beginning. */
  Step after(String token);
}
