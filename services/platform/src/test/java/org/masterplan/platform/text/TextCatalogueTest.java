package org.masterplan.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextCatalogueTest {
  static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  Map<String, String> texts =
      Map.of(
          "SINCE", "since {when:day}",
          "AT", "at {when:time}",
          "IN", "in {where:column}",
          "IS", "is {when} of {other:day}");
  TextCatalogue catalogue = new TextCatalogue(texts, texts);

  @Test
  void say_writesADayAsItsReaderDoes() {
    var about = Map.of("when", "2026-11-02");

    assertThat(catalogue.say(Locale.ENGLISH, "SINCE", about)).isEqualTo("since 2 Nov 2026");
    assertThat(catalogue.say(VIETNAMESE, "SINCE", about)).isEqualTo("since 2/11/2026");
  }

  @Test
  void say_writesATimeWithItsOffset() {
    var local = Map.of("when", "2026-11-02T08:05+07:00");

    assertThat(catalogue.say(Locale.ENGLISH, "AT", local))
        .isEqualTo("at 2 Nov 2026, 08:05 (UTC+07:00)");
    assertThat(catalogue.say(VIETNAMESE, "AT", local)).isEqualTo("at 08:05, 2/11/2026 (UTC+07:00)");
    assertThat(catalogue.say(VIETNAMESE, "AT", Map.of("when", "2026-11-02T01:05:09Z")))
        .isEqualTo("at 01:05, 2/11/2026 (UTC)");
  }

  @Test
  void say_callsAColumnWithoutANameByItsNumber_andAnyOtherAsItIsCalled() {
    assertThat(catalogue.say(VIETNAMESE, "IN", Map.of("where", UnnamedColumn.name(4))))
        .isEqualTo("in cột 5");
    assertThat(catalogue.say(Locale.ENGLISH, "IN", Map.of("where", UnnamedColumn.name(4))))
        .isEqualTo("in column 5");
    assertThat(catalogue.say(VIETNAMESE, "IN", Map.of("where", "column five")))
        .isEqualTo("in column five");
  }

  @Test
  void say_leavesWhatIsNoDayAsItIs_andAPlaceThatNothingFillsToBeSeen() {
    assertThat(catalogue.say(Locale.ENGLISH, "SINCE", Map.of("when", "long ago")))
        .isEqualTo("since long ago");
    assertThat(catalogue.say(Locale.ENGLISH, "IS", Map.of("when", "2026-11-02")))
        .isEqualTo("is 2026-11-02 of {other:day}");
  }
}
