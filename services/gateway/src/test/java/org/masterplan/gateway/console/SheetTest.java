package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;

class SheetTest {
  @TempDir private Path folder;

  @Test
  void bytes_areAWorkbook_thatReadsBack() throws IOException {
    var sheet =
        new Sheet(
            "Sổ <xử lý>",
            List.of(
                List.of("Nguồn", "Mục đích"),
                List.of("sources/a", "=1+1"),
                List.of("Sữa & \"Bột\" \u0007<b>", "MARKETING")));
    var file = Files.write(folder.resolve("x.xlsx"), sheet.bytes());

    var rows = new ArrayList<Map<String, String>>();
    try (var read = new Uploads(Limits.usual()).open(file, Sheet.MEDIA_TYPE, Headers.asWritten())) {
      while (read.hasNext()) {
        rows.add(read.next().values());
      }
    }

    assertThat(rows)
        .containsExactly(
            Map.of("Nguồn", "sources/a", "Mục đích", "=1+1"),
            Map.of("Nguồn", "Sữa & \"Bột\" <b>", "Mục đích", "MARKETING"));
  }
}
