package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The finder of English on Vietnamese pages finds it, and nothing else. */
class UntranslatedTest {
  private final Untranslated untranslated = new Untranslated();

  @Test
  void among_findsEnglish_keysAndProgramWords() {
    assertThat(
            untranslated.among(
                List.of(
                    "Portfolio",
                    "Danh mục",
                    "Waiting for a decision",
                    "start.units.how",
                    "??nav.portfolio_vi??",
                    "GHOST_SHIP",
                    "observed in 12 of 180 communities")))
        .containsExactly(
            "Portfolio",
            "Waiting for a decision",
            "start.units.how",
            "??nav.portfolio_vi??",
            "GHOST_SHIP",
            "observed in 12 of 180 communities");
  }

  @Test
  void among_leavesAlone_whatIsTheSameInBothLanguages() {
    assertThat(
            untranslated.among(
                List.of("Zalo", "TikTok", "Facebook", "Nguyễn Thị Lan", "12.840", "c-001", "VTV")))
        .isEmpty();
  }
}
