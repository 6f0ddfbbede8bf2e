package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.testkit.ParquetBytes;

class ParquetRoundTripTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  /** Whatever the text and however the rows are grouped, they come back in their order. */
  @Property
  void everyTable_isReadAsItWasWritten(
      @ForAll("tables") List<List<String>> table, @ForAll @IntRange(min = 1, max = 9) int group) {
    var bytes = new ParquetBytes(group, 0, -1, 0).write(COLUMNS, table);
    var expected = new ArrayList<Row>();
    for (int i = 0; i < table.size(); i++) {
      var values = new LinkedHashMap<String, String>();
      for (int c = 0; c < COLUMNS.size(); c++) {
        if (!table.get(i).get(c).isEmpty()) {
          values.put(COLUMNS.get(c), table.get(i).get(c));
        }
      }
      expected.add(new Row.Good(i + 2L, values));
    }

    var found = new ArrayList<Row>();
    try (var rows =
        new Uploads(Limits.usual())
            .open(new ByteArrayInputStream(bytes), "", Headers.asWritten())) {
      rows.forEachRemaining(found::add);
    }

    assertThat(found).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    var cell = Arbitraries.strings().withChars("abcđễạ0129|,\"").ofMaxLength(12);
    return cell.list().ofSize(COLUMNS.size()).list().ofMaxSize(30);
  }
}
