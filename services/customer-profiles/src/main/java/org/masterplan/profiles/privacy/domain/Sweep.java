package org.masterplan.profiles.privacy.domain;

import java.time.Instant;
import java.util.List;

/**
 * Records of a source that are being removed because they are not needed any more, until nothing is
 * left to do about them. It holds their numbers, which say nothing once they are gone.
 *
 * @param id the first number
 * @param days for how long the source keeps records
 * @param until what the source has not said since then goes
 */
public record Sweep(long id, String source, int days, Instant until, List<Long> records) {
  public Sweep {
    records = List.copyOf(records);
  }

  /** One that begins; {@code records} is not empty. */
  public static Sweep of(String source, int days, Instant until, List<Long> records) {
    return new Sweep(records.getFirst(), source, days, until, records);
  }
}
