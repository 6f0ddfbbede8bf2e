package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.masterplan.gateway.console.Platforms;

/** What forms offer is what the community registry takes. */
class PlatformsTest {
  @Test
  void console_offersThePlatformsThatTheRegistryKnows() {
    assertThat(Platforms.KNOWN).isEqualTo(org.masterplan.registry.community.domain.Platforms.KNOWN);
  }
}
