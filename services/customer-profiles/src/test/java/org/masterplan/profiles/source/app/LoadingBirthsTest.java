package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Rows that say of somebody a birth that nobody can have. */
class LoadingBirthsTest {
  LoadingFixture f = new LoadingFixture();

  @Test
  void load_ofDaysOnWhichNobodyCanBeBorn_keepsTheRows_andCountsTheDaysAsUnreadable() {
    var crm = f.source("crm");
    f.register.confirm(crm, withBirth("", ""), LoadingTest.act());
    f.body(
        "b",
        List.of("Mã KH", "Họ tên", "Ngày sinh", "Năm sinh"),
        List.of(
            List.of("1", "Nguyễn An", "21/11/2026", "2026"),
            List.of("2", "Trần Bình", "22/11/2026", "2027"),
            List.of("3", "Lê Chi", "31/12/1899", "1980"),
            List.of("4", "Lê Dũng", "03/02/2092", "")));

    var done = f.run(crm, "b");

    assertThat(done).isEqualTo(new Load.Progress(4, 4, 0, 0, 0, 0));
    assertThat(values(crm, "1"))
        .containsEntry("birthDate", "2026-11-21")
        .containsEntry("birthYear", "2026");
    assertThat(values(crm, "2")).doesNotContainKeys("birthDate", "birthYear");
    assertThat(values(crm, "3")).containsEntry("birthYear", "1980").doesNotContainKey("birthDate");
    assertThat(record(crm, "4").content().raw()).containsEntry("Ngày sinh", "03/02/2092");
    assertThat(f.register.get(crm).holdings().quality())
        .containsEntry("birthDate", new FieldCount(4, 1, 1))
        .containsEntry("birthYear", new FieldCount(3, 2, 2));
  }

  @Test
  void load_byAFormat_takesNoDayOnWhichNobodyCanBeBorn() {
    var crm = f.source("crm");
    f.register.confirm(crm, withBirth("dd.MM.yyyy", "yyyy"), LoadingTest.act());
    f.body(
        "b",
        List.of("Mã KH", "Họ tên", "Ngày sinh", "Năm sinh"),
        List.of(
            List.of("1", "Nguyễn An", "03.02.2092", ""),
            List.of("2", "Trần Bình", "03.02.1092", ""),
            List.of("3", "Lê Chi", "03.02.1992", "")));

    f.run(crm, "b");

    assertThat(values(crm, "1")).doesNotContainKeys("birthDate", "birthYear");
    assertThat(values(crm, "2")).doesNotContainKeys("birthDate", "birthYear");
    assertThat(values(crm, "3")).containsEntry("birthDate", "1992-02-03");
  }

  private Map<String, String> values(ResourceName source, String id) {
    return record(source, id).values();
  }

  private SourceRecord record(ResourceName source, String id) {
    var name = new RecordName(source.id(), id);
    return f.identity.records.find(List.of(name)).values().iterator().next();
  }

  private static Mapping withBirth(String day, String year) {
    return new Mapping(
        "Mã KH",
        Map.of(
            "fullName", ColumnMapping.given("Họ tên", ""),
            "birthDate", ColumnMapping.given("Ngày sinh", day),
            "birthYear", ColumnMapping.given("Năm sinh", year)),
        false);
  }
}
