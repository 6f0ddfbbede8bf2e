package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** Too few records to learn from: what is assumed of phones, ids and names has to do. */
@Tag("cap-8")
class SmallInputTest {
  private static final Schema SCHEMA =
      Schema.of("fullName", "birthDate", "phone", "email", "nationalId");

  private static final List<String> NAMES =
      List.of("Nguyễn Văn Hùng", "Trần Thị Mai", "Lê Quốc Bảo", "Phạm Minh Tâm", "Vũ Thu Hà");

  @Test
  void cap008_twoOfOneNameAndPhone_areOne() {
    assertThat(
            entities(
                row("Nguyễn Văn Hùng", "", "0912345678"),
                row("Nguyen Van Hung", "", "0912 345 678")))
        .containsExactly(0, 0);
  }

  @Test
  void cap008_twoOfOneId_areOne() {
    var rows =
        List.of(
            new RawRecord("a", "1", List.of("Lê Quốc Bảo", "", "", "", "001090012345")),
            new RawRecord("b", "2", List.of("Lê Bảo", "", "", "", "001090012345")));

    assertThat(Resolver.resolve(SCHEMA, rows).entities()).containsExactly(0, 0);
  }

  @Test
  void cap008_twoNamesakesOfOneYear_stayTwo() {
    assertThat(
            entities(
                row("Đặng Quang Lê Ngọc Hiếu", "1990", ""),
                row("Đặng Quang Lê Ngọc Hiếu", "1990", "")))
        .containsExactly(0, 1);
  }

  @Test
  void cap008_namesakesWithPhonesOfTheirOwn_stayTwo() {
    assertThat(
            entities(
                row("Nguyễn Văn Hùng", "1990", "0912345678"),
                row("Nguyễn Văn Hùng", "1990", "0987111222")))
        .containsExactly(0, 1);
  }

  @Test
  void cap008_aCouplesSharedPhone_joinsNobody() {
    assertThat(
            entities(
                row("Nguyễn Văn Hùng", "", "0912345678"), row("Trần Thị Mai", "", "0912345678")))
        .containsExactly(0, 1);
  }

  @Test
  void cap008_twinsAtOnePhone_stayTwo() {
    assertThat(
            entities(
                row("Nguyễn Văn Hùng", "1990-05-17", "0912345678"),
                row("Nguyễn Văn Bảo", "1990-05-17", "0912345678")))
        .containsExactly(0, 1);
  }

  /** Whom a household's phone and one name tie: only the dates tell father from son. */
  @Test
  void cap008_fatherAndSonOfOneName_stayTwo_andWhyIsTold() {
    var found =
        Resolver.resolve(
            SCHEMA,
            numbered(
                row("Nguyễn Văn Hùng", "1961-03-02", "0912345678"),
                row("Nguyễn Văn Hùng", "1990-11-20", "0912345678")));

    assertThat(found.entities()).containsExactly(0, 1);
    var why = found.explaining().pair(0, 1);
    assertThat(why.guardReason()).isEqualTo("two birth dates that contradict");
    assertThat(why.weight()).isEqualTo(-12);
    assertThat(why.probability()).isLessThan(0.001);
  }

  /** A handle made of a name says no more than the name. */
  @ParameterizedTest
  @CsvSource({
    "nguyen.van.anh, nguyen_van",
    "nguyen.van.anh, nguyenvananh",
    "facebook.com/nguyen.van.anh, zalo.nguyenvananh",
    "nguyen.van.anh, nguyen.van.anh",
    "anh.nguyen, anhnguyen",
    "nguyenvananh, nguyenvananh1"
  })
  void cap008_namesakesWithHandlesMadeOfTheirName_stayTwo(String left, String right) {
    assertThat(handles(left, right)).containsExactly(0, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "zalo.anh88, anh.nguyen.88",
    "meocon.hn, meocon.hn",
    "meo.con.hanoi, zalo.meoconhanoi"
  })
  void cap008_handlesOfTheirOwn_joinTheirOwner(String left, String right) {
    assertThat(handles(left, right)).containsExactly(0, 0);
  }

  private static int[] handles(String left, String right) {
    var schema = Schema.of("fullName", "birthDate", "handle");
    var rows =
        List.of(
            new RawRecord("a", "1", List.of("Nguyễn Văn Anh", "1988", left)),
            new RawRecord("b", "2", List.of("Nguyễn Văn Anh", "1988", right)));
    return Resolver.resolve(schema, rows).entities();
  }

  /**
   * Slips, days before months, what is half known, and the first of January are no contradiction.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1961-02-03", "1961-03-12", "1971-03-02", "1961", "1960-01-01", ""})
  void cap008_datesThatMayBeOne_partNobody(String born) {
    assertThat(
            entities(
                row("Nguyễn Văn Hùng", "1961-03-02", "0912345678"),
                row("Nguyễn Văn Hùng", born, "0912345678")))
        .containsExactly(0, 0);
  }

  /** Persons by turns, each with a phone of her own. */
  @ParameterizedTest
  @ValueSource(ints = {4, 10, 20, 60, 200})
  void cap008_fewPersonsManyTimes_areFound(int records) {
    var rows = new RawRecord[records];
    var expected = new int[records];
    for (int r = 0; r < records; r++) {
      int person = r % Math.min(records / 2, NAMES.size());
      rows[r] = row(NAMES.get(person), "", "09123456" + (10 + person * 17));
      expected[r] = person;
    }

    assertThat(entities(rows)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 300, 900})
  void cap008_onePersonsManyEqualRecords_areOne(int records) {
    var rows = new RawRecord[records];
    Arrays.fill(rows, row("Nguyễn Văn Hùng", "1990", "0912345678"));

    assertThat(entities(rows)).containsOnly(0);
  }

  @Test
  void cap008_aCrowdOfEqualRecords_isReported() {
    var rows = new RawRecord[900];
    Arrays.fill(rows, row("Nguyễn Văn Hùng", "1990", "0912345678"));

    var found = Resolver.resolve(SCHEMA, numbered(rows));

    assertThat(found.alarms(Settings.DEFAULT.alarmSize())).containsExactly(0);
    assertThat(found.crowds()).hasSize(1);
  }

  private static RawRecord row(String name, String born, String phone) {
    return new RawRecord("", "", List.of(name, born, phone, "", ""));
  }

  private static int[] entities(RawRecord... rows) {
    return Resolver.resolve(SCHEMA, numbered(rows)).entities();
  }

  private static List<RawRecord> numbered(RawRecord... rows) {
    var numbered = new ArrayList<RawRecord>();
    for (int r = 0; r < rows.length; r++) {
      numbered.add(new RawRecord("s", "%04d".formatted(r), rows[r].values()));
    }
    return numbered;
  }
}
