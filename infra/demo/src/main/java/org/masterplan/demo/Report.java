package org.masterplan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was generated.
 *
 * @param counts rows by kind, in a fixed order
 * @param measured the error rates as they came out
 */
public record Report(Map<String, Long> counts, Map<Rate, Double> measured) {

  /** Counts and error rates, a line each, for a person to read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, count) -> lines.add(String.format(Locale.ROOT, "%,9d %s", count, what)));
    measured.forEach(
        (rate, share) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%8.1f%% %s (aimed at %.1f%%, never under %.1f%%)",
                    100 * share,
                    rate.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    100 * rate.wanted(),
                    100 * rate.floor())));
    return lines;
  }
}
