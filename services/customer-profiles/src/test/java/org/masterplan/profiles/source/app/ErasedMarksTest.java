package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;

class ErasedMarksTest {
  @Test
  void ofRow_thatCouldNotBeRead_isItsOwn() {
    var lan = ErasedMarks.ofRow("crm", broken(2, "{\"name\": \"Lan"));
    var binh = ErasedMarks.ofRow("crm", broken(3, "{\"name\": \"Bình"));

    assertThat(lan).isPresent().isNotEqualTo(binh);
    assertThat(ErasedMarks.ofRow("crm", broken(9, "{\"name\": \"Lan"))).isEqualTo(lan);
    assertThat(ErasedMarks.ofRow("pos", broken(2, "{\"name\": \"Lan"))).isNotEqualTo(lan);
  }

  @Test
  void ofRow_thatCouldNotBeRead_isItsOwn_alsoAfterTheFirstHundredCharacters() {
    var start = "{\"note\": \"" + "x".repeat(Row.Bad.MAX_VALUE);
    var lan = ErasedMarks.ofRow("crm", broken(2, start + "Lan"));
    var binh = ErasedMarks.ofRow("crm", broken(3, start + "Bình"));

    assertThat(lan).isPresent().isNotEqualTo(binh);
    assertThat(ErasedMarks.ofRow("crm", broken(9, start + "Lan"))).isEqualTo(lan);
    var kept = (Row.Bad) broken(2, start + "Lan");
    var read =
        new Row.Bad(2, kept.values(), kept.field(), kept.value(), kept.reason(), kept.about());
    assertThat(ErasedMarks.ofRow("crm", read)).as("as it is read from the store").isEqualTo(lan);
  }

  @Test
  void ofRow_thatSaysNothing_isNone() {
    assertThat(ErasedMarks.ofRow("crm", Row.Bad.unreadable(2, "PERSON_ERASED", Map.of())))
        .isEmpty();
    assertThat(ErasedMarks.ofRow("crm", broken(2, " "))).isEmpty();
  }

  private static Row broken(long line, String text) {
    return new Row.Bad(line, Map.of(), "", text, "JSON_MALFORMED", Map.of());
  }
}
