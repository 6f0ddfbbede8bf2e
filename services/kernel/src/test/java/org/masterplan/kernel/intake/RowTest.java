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

  @Test
  void tally_namesTheRowsAboutWhatWasKnown_andWhereTheFileToldOfItBefore() {
    var tally = new ImportTally("i-1", _ -> {});
    tally.imported(2, "communities/a");
    tally.known(3, "communities/b", true);
    tally.known(4, "communities/a", false);
    tally.known(5, "communities/a", true);

    var outcome = tally.outcome();

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.updated()).isEqualTo(2);
    assertThat(outcome.unchanged()).isEqualTo(1);
    assertThat(outcome.known())
        .containsExactly(
            new ImportOutcome.Known(3, "communities/b", true, 0),
            new ImportOutcome.Known(4, "communities/a", false, 2),
            new ImportOutcome.Known(5, "communities/a", true, 4));
  }

  @Test
  void tally_namesTheFirstHundredOfThem() {
    var tally = new ImportTally("i-1", _ -> {});
    for (int i = 0; i < 150; i++) {
      tally.known(i, "communities/" + i, false);
    }

    assertThat(tally.outcome().known()).hasSize(ImportOutcome.MAX_KNOWN);
    assertThat(tally.outcome().unchanged()).isEqualTo(150);
  }
}
