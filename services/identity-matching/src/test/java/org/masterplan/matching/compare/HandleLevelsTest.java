package org.masterplan.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Table;

@Tag("cap-8")
class HandleLevelsTest {
  @ParameterizedTest
  @CsvSource({
    "lan_88, lan_88, 1",
    "zalo.lan88, @lan_88, 2",
    "zalo.lan88, lan.tran.88, 2",
    "https://facebook.com/lan.tran.88, lan_88, 2",
    "lan.tran.88, lan.pham.88, 5",
    "nguyen.van.anh, nguyen_van, 5",
    "nguyen.van.anh, nguyenvananh, 2",
    "zalo.lan, lan, 5",
    "lan_1988, lan_1989, 3"
  })
  void cap008_handles_areTakenAlongToOtherPlatforms(String left, String right, int level) {
    var table = new Table(Schema.of("handle"));
    for (var handle : new String[] {left, right}) {
      table.add(new RawRecord("s", handle, java.util.List.of(handle)));
    }
    var comparer = new Comparer(table);

    assertThat(Comparer.level(comparer.pattern(0, 1), 0)).isEqualTo(level);
    assertThat(Comparer.level(comparer.pattern(1, 0), 0)).isEqualTo(level);
  }
}
