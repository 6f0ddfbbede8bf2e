package org.masterplan.profiles.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {
  /** By hand: 10 of 50 is .2; Wilson's interval of it is .1124 to .3304. */
  @Test
  void interval_isWhatAHandReckons() {
    var share = new Share(10, 50, 100_000);

    assertThat(share.rate()).isEqualTo(0.2);
    assertThat(share.low()).isCloseTo(0.1124, within(1e-4));
    assertThat(share.high()).isCloseTo(0.3304, within(1e-4));
  }

  @Test
  void interval_ofAll_isThePointItself() {
    assertThat(new Share(10, 50, 50).low()).isEqualTo(0.2);
    assertThat(new Share(10, 50, 50).high()).isEqualTo(0.2);
  }

  @Test
  void interval_ofNone_isEverything() {
    assertThat(new Share(0, 0, 10).low()).isZero();
    assertThat(new Share(0, 0, 10).high()).isEqualTo(1);
  }

  @Test
  void interval_coversTheTruth_inAboutNineteenOfTwentySamples() {
    var random = new Random(7);
    int covered = 0;
    for (int round = 0; round < 1000; round++) {
      int part = 0;
      for (int i = 0; i < 200; i++) {
        part += random.nextDouble() < 0.13 ? 1 : 0;
      }
      var share = new Share(part, 200, 1_000_000);
      covered += share.low() <= 0.13 && share.high() >= 0.13 ? 1 : 0;
    }

    assertThat(covered).isGreaterThan(930);
  }
}
