package org.masterplan.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

class TableTest {
  private static final Schema SCHEMA = Schema.of("givenName", "surname", "city");
  private static final RawRecord FIRST = new RawRecord("s", "1", List.of("Hùng", "Lý", "Huế"));
  private static final RawRecord SECOND = new RawRecord("s", "2", List.of("Hùng", "Lý", "Huế"));
  private static final RawRecord OTHER = new RawRecord("s", "2", List.of("Mai", "Đỗ", "Vinh"));

  @Test
  void replace_ofALaidOutRecord_comparesAsInAFreshTable() {
    var table = table(FIRST, SECOND);

    table.replace(1, OTHER);

    assertThat(new Comparer(table).pattern(0, 1))
        .isEqualTo(new Comparer(table(FIRST, OTHER)).pattern(0, 1));
  }

  @Test
  void clear_ofALaidOutRecord_leavesNoCodes() {
    var table = table(FIRST, SECOND);

    table.clear(1);

    assertThat(new Comparer(table).pattern(0, 1)).isZero();
    assertThat(table.add(OTHER)).isEqualTo(2);
    table.replace(2, SECOND);
    assertThat(table.code(0, 2)).isEqualTo(table.code(0, 0));
  }

  private static Table table(RawRecord... rows) {
    var batch = new Batch(SCHEMA, Formats.NONE);
    List.of(rows).forEach(batch::add);
    return batch.table(1);
  }
}
