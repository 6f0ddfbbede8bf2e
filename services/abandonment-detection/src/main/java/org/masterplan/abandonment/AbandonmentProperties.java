package org.masterplan.abandonment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How abandonment detection is set up.
 *
 * @param saltFile where the salt of authors' pseudonyms is kept; made where there is none. Every
 *     instance must have the same
 * @param timeToAct how long after its opening a rescue case is due
 * @param judge how often every community is judged again
 * @param zone in which days begin and end
 */
@ConfigurationProperties("masterplan.abandonment")
record AbandonmentProperties(Path saltFile, Period timeToAct, Duration judge, ZoneId zone) {
  AbandonmentProperties {
    if (timeToAct.isNegative() || timeToAct.isZero()) {
      throw new IllegalArgumentException(
          "masterplan.abandonment.time-to-act: " + timeToAct + " (expected: one day or more)");
    }
  }
}
