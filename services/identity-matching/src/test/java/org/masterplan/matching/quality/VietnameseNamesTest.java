package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.masterplan.kernel.text.Texts;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** Vietnamese names and numbers as they come, through the whole engine. */
@Tag("cap-8")
class VietnameseNamesTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PERSONS = FULL ? 1000 : 150;

  /** A prime that divides no number of combinations. */
  private static final int SPREAD = 1237;

  private static final Schema SCHEMA = Schema.of("fullName", "birthYear", "phone");

  private static final List<String> SURNAMES =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương");
  private static final List<String> MIDDLES =
      List.of("Thị", "Văn", "Đức", "Thị Hồng", "Quốc", "Minh", "Thị Mỹ", "Hữu", "Ngọc");
  private static final List<String> GIVEN =
      List.of(
          "Hồng", "Hùng", "Tuấn", "Phượng", "Bảo", "Tâm", "Hằng", "Thủy", "Đạt", "Quỳnh", "Yến",
          "Trường", "Khánh", "Lệ", "Mỹ", "Phúc", "Hạnh", "Diễm", "Lộc", "Vượng");

  /** How a name was written down the second time. */
  enum Spelling {
    DECOMPOSED(name -> Normalizer.normalize(name, Normalizer.Form.NFD)),
    WITHOUT_MARKS(Texts::fold),
    CAPITALS(name -> name.toUpperCase(Locale.ROOT)),
    LETTERS_LOST(VietnameseNamesTest::lost),
    READ_AS_LATIN(VietnameseNamesTest::latin);

    private final UnaryOperator<String> writes;

    Spelling(UnaryOperator<String> writes) {
      this.writes = writes;
    }
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void cap008_aNameWrittenOtherwise_isFoundByItsPhone(Spelling spelling) {
    double recall = recall(spelling, true);

    print(spelling, recall);
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void cap008_aNameAndAYearAlone_mergeNobody(Spelling spelling) {
    var found = Resolver.resolve(SCHEMA, records(spelling, false));

    assertThat(found.count()).isEqualTo(2 * PERSONS);
  }

  @Test
  void cap008_phonesBeforeAndAfterTheirRenumbering_areOne() {
    var rows =
        List.of(
            row("a", 1, "Nguyễn Thị Hồng", "", "01681234567"),
            row("b", 1, "Nguyen Thi Hong", "", "0381234567"),
            row("a", 2, "Trần Văn Đạt", "", "0650 3812345"),
            row("b", 2, "Trần Văn Đạt", "", "0274 3812345"));

    assertThat(Resolver.resolve(SCHEMA, rows).entities()).containsExactly(0, 1, 0, 1);
  }

  /** Of the true pairs, and nobody merged with another. */
  private static double recall(Spelling spelling, boolean withPhone) {
    var found = Resolver.resolve(SCHEMA, records(spelling, withPhone));
    var entities = found.entities();
    assertThat(IntStream.range(0, PERSONS).map(i -> entities[i])).doesNotHaveDuplicates();
    int right = 0;
    for (int i = 0; i < PERSONS; i++) {
      int other = entities[PERSONS + i];
      assertThat(other).isIn(i, PERSONS + i);
      right += other == i ? 1 : 0;
    }
    return (double) right / PERSONS;
  }

  private static List<RawRecord> records(Spelling spelling, boolean withPhone) {
    var records = new ArrayList<RawRecord>();
    for (int i = 0; i < PERSONS; i++) {
      var name = name(i);
      var year = Integer.toString(1950 + i * 13 % 55);
      var phone = withPhone ? "09%08d".formatted(10_000_019 + i * 65_537) : "";
      records.add(row("a", i, name, year, phone));
      records.add(row("b", i, spelling.writes.apply(name), year, phone));
    }
    return records;
  }

  /** Of each number another one, as far as there are combinations, in no order that shows. */
  private static String name(int number) {
    int all = SURNAMES.size() * MIDDLES.size() * GIVEN.size();
    int combination = (int) ((long) number * SPREAD % all);
    int middle = combination / SURNAMES.size() % MIDDLES.size();
    return SURNAMES.get(combination % SURNAMES.size())
        + " "
        + MIDDLES.get(middle)
        + " "
        + GIVEN.get(combination / SURNAMES.size() / MIDDLES.size());
  }

  @Test
  void names_areAllDifferent() {
    assertThat(IntStream.range(0, 1000).mapToObj(VietnameseNamesTest::name))
        .doesNotHaveDuplicates();
  }

  /** "Nguyn Th Hng": letters with marks are gone. */
  private static String lost(String name) {
    return name.replaceAll("[^\\p{ASCII}]", "");
  }

  /** UTF-8 read as windows-1252, bytes without a letter there as they are. */
  private static String latin(String name) {
    var read = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      var letter = new String(new byte[] {each}, Charset.forName("windows-1252"));
      read.append(letter.equals("\ufffd") ? String.valueOf((char) (each & 0xff)) : letter);
    }
    return read.toString();
  }

  private static RawRecord row(String source, int id, String name, String year, String phone) {
    return new RawRecord(source, "%05d".formatted(id), List.of(name, year, phone));
  }

  private static void print(Spelling spelling, double recall) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "FIGURE matching.names.%s.recall %.4f share of %d with a phone (goal 0.90)",
            spelling,
            recall,
            PERSONS));
  }
}
