package org.masterplan.matching.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From CSV to crosswalk; as large as the system property {@code masterplan.benchmarkRecords} says.
 * A million records are made once and kept where {@code masterplan.benchmarkFolder} says. Speed is
 * printed, never asserted; for figures use {@link ResolveBenchmark#main}, as tests are not compiled
 * for speed.
 */
class MillionRecordsTest {
  @Test
  void resolve_takesAllRecordsOfAllFiles(@TempDir Path empty) throws IOException {
    int records = Integer.getInteger("masterplan.benchmarkRecords", 3_300);
    var kept = System.getProperty("masterplan.benchmarkFolder", "");
    var folder = GeneratedFiles.of(kept.isEmpty() ? empty : Path.of(kept), records);

    var report = ResolveBenchmark.run(folder, 2).report();

    assertThat(report.records()).isBetween(records * 9 / 10, records * 11 / 10);
    assertThat(report.rejected()).isEmpty();
    assertThat(report.quality().orElseThrow().precision()).isGreaterThan(0.98);
  }
}
