package org.masterplan.profiles.dealing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How content a person said to be in the 365 days before.
 *
 * @param mean 0-1; empty: nobody asked, or nothing was said
 * @param ratings how many that is
 */
public record Satisfaction(OptionalDouble mean, int ratings) {
  private static final Duration YEAR = Duration.ofDays(365);

  /** What a person's ratings come to. */
  public static Satisfaction of(Collection<Dealing> dealings, Instant now) {
    var shares =
        dealings.stream()
            .filter(d -> d.time().isAfter(now.minus(YEAR)) && !d.time().isAfter(now))
            .mapMultiToDouble(
                (dealing, use) -> {
                  if (dealing.deed() instanceof Dealing.Deed.Rating(var share)) {
                    use.accept(share);
                  }
                })
            .toArray();
    return new Satisfaction(java.util.Arrays.stream(shares).average(), shares.length);
  }
}
