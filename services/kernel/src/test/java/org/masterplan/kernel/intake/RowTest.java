package org.masterplan.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
  Row.Good row = new Row.Good(7, Map.of("title", "Hội Mẹ Bỉm Sữa"));

  @Test
  void refused_carriesLineFieldValueAndTheWholeRow() {
    var bad = row.refused("title", "TEXT_LENGTH", Map.of("max", "5"));

    assertThat(bad.line()).isEqualTo(7);
    assertThat(bad.values()).isEqualTo(row.values());
    assertThat(bad.about())
        .containsEntry("field", "title")
        .containsEntry("value", "Hội Mẹ Bỉm Sữa")
        .containsEntry("max", "5");
  }

  @Test
  void bad_cutsALongValueBetweenLetters() {
    var long99 = "a".repeat(99) + "😀😀";

    var bad = new Row.Bad(1, Map.of(), "title", long99, "X", Map.of());

    assertThat(bad.value()).isEqualTo("a".repeat(99));
  }

  @Test
  void tally_keepsEveryRejectAndShowsTheFirstThousand() {
    var kept = new ArrayList<Row.Bad>();
    var tally = new ImportTally("i-1", kept::add);
    tally.imported();
    for (int i = 0; i < 1005; i++) {
      tally.rejected(Row.Bad.unreadable(i, "X", Map.of()));
    }

    var outcome = tally.outcome();

    assertThat(kept).hasSize(1005);
    assertThat(outcome.rejected()).hasSize(ImportOutcome.MAX_SHOWN);
    assertThat(outcome.rejectedCount()).isEqualTo(1005);
    assertThat(outcome.imported()).isEqualTo(1);
  }
}
