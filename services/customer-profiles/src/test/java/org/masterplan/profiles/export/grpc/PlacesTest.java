package org.masterplan.profiles.export.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.LimitReached;

class PlacesTest {
  @Test
  void take_whereAllAreTaken_isRefused_untilOneIsGivenBack() {
    var places = new Places(2);
    var first = places.take();
    try (var _ = places.take()) {
      assertThatThrownBy(places::take)
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("EXPORTS_RUNNING");

      first.close();
      first = places.take();
    }
    assertThat(places.take()).isNotNull();
  }
}
