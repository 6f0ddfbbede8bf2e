package org.masterplan.listening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"OWNED_SITE:Lan72", "owned-site:@lan72", "website:lan72", "own-site:lan72"})
  void person_onAPlatformInWhateverWords_isWhomTheRegistryKnowsThere(String written) {
    assertThat(Handles.person(written)).isEqualTo("own-site:lan72");
    assertThat(Handles.person(written)).isEqualTo(Handles.key("OWNED_SITE", "lan72"));
  }
}
