package org.masterplan.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.platform.text.TextCatalogue;

class TextsTest {
  @ParameterizedTest
  @EnumSource(Reason.Code.class)
  void knows_everyReasonOfAJudgement(Reason.Code code) {
    assertThat(TextCatalogue.shared().knows("HEALTH_" + code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENT_BEYOND_OWN_RHYTHM", "SILENT_WITHIN_OWN_RHYTHM"})
  void knows_theSilenceOfThoseWhoSteer(Reason.Code code) {
    var reason = new Reason(code, 0, Map.of("of", "hosts"));

    assertThat(TextCatalogue.shared().knows(reason.text())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACTIVITY_COLUMNS",
        "COMMUNITY_UNKNOWN",
        "MORE_PEOPLE_THAN_ACTS",
        "REGISTER_AWAY",
        "TIME_FORMAT",
        "TIME_IN_FUTURE",
        "TIME_TOO_OLD",
        "KIND_LENGTH",
        "COUNT_FORMAT",
        "BOT_FORMAT",
        "CASE_CLOSED",
        "UNIT_NOT_YOURS"
      })
  void knows_everyRefusal(String reason) {
    assertThat(TextCatalogue.shared().knows(reason)).isTrue();
  }
}
