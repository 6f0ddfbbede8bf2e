package org.masterplan.registry.community.app;

import java.util.List;
import org.masterplan.registry.community.domain.Wellbeing;

/** How well communities are, as abandonment detection reports it. */
public interface HealthReports {
  /** What changed after {@code token} (empty: from the beginning). Throws {@code Unavailable}. */
  Step after(String token, int limit);

  /**
   * One step of the feed.
   *
   * @param token where to go on, also when nothing changed
   * @param more whether another step would find something now
   */
  record Step(List<Report> reports, String token, boolean more) {
    public Step {
      reports = List.copyOf(reports);
    }
  }

  /** What was seen of one community. */
  record Report(String community, Wellbeing seen) {}
}
