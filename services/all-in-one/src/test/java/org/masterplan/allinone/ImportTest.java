package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.platform.testkit.ParquetBytes;

/** The command {@code import source}, as it is typed, to a plan that is served. */
@ResourceLock(Resources.LOCALE)
class ImportTest {
  @TempDir private Path folder;

  @Test
  void parquetFile_isMappedAndLoaded() throws Exception {
    var rows =
        List.of(
            List.of("1", "Nguyễn Thị Bưởi", "0381234567"),
            List.of("2", "Trần Văn Bình", "0912345678"));
    var bytes = ParquetBytes.of(List.of("Mã KH", "Họ và tên", "SĐT"), rows);
    var file = Files.write(folder.resolve("crm.parquet"), bytes).toString();
    try (var plan = Served.empty(folder.resolve("data"))) {
      var url = plan.address().toString();
      var done =
          Typed.run("import", "source", "crm", file, "--url", url, "--as", "data", "--lang", "en");

      assertThat(done.ending()).as(done.errors()).isZero();
      assertThat(plan.as("data").get("/v1/profiles:lookup?phone=0912345678").toString())
          .contains("sources/crm/records/2");
    }
  }
}
