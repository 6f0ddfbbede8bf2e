package org.masterplan.matching.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;

/** A value that nobody had when it was counted is as rare as one that one person had. */
class FrequenciesTest {
  private static final Table COUNTED = table("Hùng", "", "Mai", "", "Mai", "");
  private static final Table LATER = table("Bảo", "0912345678", "Tâm", "0987111222");

  @Test
  void share_ofAValueThatCameLater_isThatOfOnePerson() {
    var counted = Frequencies.of(COUNTED, new int[] {0, 1, 2}, 1);

    assertLikeOne(counted, 9);
  }

  @Test
  void share_byAModel_ofAColumnThatWasEmpty_isThatOfOnePerson() {
    var counted = Frequencies.of(COUNTED, new int[] {0, 1, 2}, 1);

    assertLikeOne(SavedFrequencies.of(counted, COUNTED).over(LATER), 1);
  }

  private static void assertLikeOne(Frequencies frequencies, int code) {
    assertThat(frequencies.share(0, code)).isEqualTo(Assumptions.share(Kind.GIVEN, 1, 3));
    assertThat(frequencies.share(1, code)).isEqualTo(Assumptions.share(Kind.PHONE, 1, 0));
  }

  private static Table table(String... cells) {
    var batch = new Batch(Schema.of("givenName", "phone"), Formats.NONE);
    for (int n = 0; n < cells.length; n += 2) {
      batch.add(new RawRecord("s", "r" + n, List.of(cells[n], cells[n + 1])));
    }
    return batch.table(1);
  }
}
