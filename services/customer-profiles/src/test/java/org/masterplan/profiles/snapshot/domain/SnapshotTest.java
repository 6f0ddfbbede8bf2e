package org.masterplan.profiles.snapshot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00.123Z");

  @Test
  void of_readsWhatItsFolderIsCalled() {
    for (var purpose : new String[] {"", "MARKETING", "AFTER_SALES"}) {
      var begun = Snapshot.begin(NOW, purpose);

      assertThat(Snapshot.of(begun.id())).contains(begun);
    }
    assertThat(Snapshot.begin(NOW, "").id()).isEqualTo("20261121T020000123Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".unfinished-1", "20261121T020000123Z-", "20269921T020000123Z", "lost+found"})
  void of_readsNothingElse(String name) {
    assertThat(Snapshot.of(name)).isEmpty();
  }

  @Test
  void with_keepsWhatWasCounted() {
    var counted = Snapshot.begin(NOW, "").with(Map.of(Table.PROFILES, 3L));

    assertThat(counted.rows()).containsOnly(Map.entry(Table.PROFILES, 3L));
  }
}
