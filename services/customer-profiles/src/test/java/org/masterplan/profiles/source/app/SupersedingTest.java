package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A row that could not be taken is kept once, however often it comes. */
class SupersedingTest {
  private static final List<String> COLUMNS = LoadingTest.COLUMNS;

  LoadingFixture f = new LoadingFixture();

  @Test
  void load_ofOneFileTwice_keepsItsRejectedRowsOnce() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.tombstones.mark(List.of("source:crm|email:xoa@x.vn"));
    var rows =
        List.of(
            List.of("1", "Nguyễn An", "0901234567", "an@x.vn"),
            List.of("", "Trần Bình", "0912345678", "binh@x.vn"),
            List.of("", "Trần Bình", "0912345678", "binh@x.vn"),
            List.of("1", "Lê Chi", "", "chi@x.vn"),
            List.of("5", "", "", ""),
            List.of("6", "Đã Xoá", "", "xoa@x.vn"));
    for (int time = 1; time <= 3; time++) {
      f.body("b", COLUMNS, rows);
      var load = f.start(crm, "b");
      f.loading.run(load, new LoadingFixture.Told());
      f.now = f.now.plusSeconds(60);

      assertThat(f.register.get(crm).holdings().rejected()).as("load %d", time).isEqualTo(5);
      assertThat(f.rejected.list("crm", "", 99))
          .extracting(RejectedRows.Kept::load)
          .containsOnly(load.id());
    }
  }

  @Test
  void load_ofAMendedFile_dropsRowsThatItHasTaken_andKeepsThoseThatSayAnythingElse() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.body(
        "a",
        COLUMNS,
        List.of(
            List.of("1", "Nguyễn An", "", ""),
            List.of("1", "Lê Chi", "", ""),
            List.of("1", "Trần Bình", "", ""),
            List.of("", "Phạm Lan", "", "")));
    f.run(crm, "a");
    f.now = f.now.plusSeconds(60);
    assertThat(f.rejected.count("crm")).isEqualTo(3);

    f.body("b", COLUMNS, List.of(List.of("1", "Lê Chi", "", ""), List.of("", "Phạm Lam", "", "")));
    f.run(crm, "b");

    assertThat(f.rejected.list("crm", "", 9))
        .extracting(kept -> kept.row().values().get("Họ tên"))
        .containsExactlyInAnyOrder("Trần Bình", "Phạm Lan", "Phạm Lam");
  }
}
