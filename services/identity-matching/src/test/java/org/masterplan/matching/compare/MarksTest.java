package org.masterplan.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Table;

/** What marks tell of two records is what looking at their values tells. */
class MarksTest {
  private static final int RECORDS = 6000;
  private static final int PAIRS = 30_000;
  private static final Schema SCHEMA =
      Schema.of(
          "givenName",
          "middleName",
          "surname",
          "birthDate",
          "phone",
          "email",
          "nationalId",
          "handle",
          "postcode",
          "street");

  private static final List<List<String>> SEEDS =
      List.of(
          List.of("Hồng Nhung", "Hoàng", "Al", "Maria"),
          List.of("Thị", "Văn", "", "Thị Thu"),
          List.of("Nguyễn", "Hồng", "de la Cruz", "Tr"),
          List.of("1984-03-12", "1984-12-03", "1990", "2001-11-10"),
          List.of("0912345678", "0283825123", "+61298765432", "0838251234"),
          List.of("an@mail.gov.vn", "an.mail@gov.vn", "hong84@x.example", "h@x.vn"),
          List.of("079184001234", "123456789", "001203004321", "A1234567"),
          List.of("@hong_84", "mai", "zalo.mai", "tuong.do.2tc6"),
          List.of("4000", "70000", "SW1A 1AA", "4001"),
          List.of("12 Lê Lợi", "125/3 Nguyễn Trãi", "Trần Phú", "12A Church Street"));

  private final Random random = new Random(11);

  @Test
  void pattern_byMarks_isThatOfTheValues() {
    var table = new Table(SCHEMA);
    for (int r = 0; r < RECORDS; r++) {
      table.add(new RawRecord("s", "" + r, SEEDS.stream().map(this::slipped).toList()));
    }
    // Of fewer values than this no marks are asked.
    assertThat(table.columns())
        .filteredOn(column -> column.distinct() > 2048)
        .hasSizeGreaterThan(6);
    var marked = new Comparers(table, 2).one();
    var glance = new Comparers(table, 2).one().glance();
    var plain = new Comparer(table);

    for (int n = 0; n < PAIRS; n++) {
      int left = random.nextInt(RECORDS);
      int right = random.nextInt(RECORDS);
      long pattern = plain.pattern(left, right);
      assertThat(marked.pattern(left, right)).isEqualTo(pattern);
      requireTold(glance.levels(left, right), pattern);
    }
  }

  private static void requireTold(int[] levels, long pattern) {
    for (int f = 0; f < levels.length; f++) {
      int level = Comparer.level(pattern, f);
      if (levels[f] >= 0) {
        assertThat(levels[f]).isEqualTo(level);
      } else if (level > 0 || !Glance.orNone(levels[f])) {
        assertThat(level).isGreaterThanOrEqualTo(Glance.best(levels[f]));
      }
    }
  }

  /** One of the texts, now and then empty, with up to four letters changed, swapped, or moved. */
  private String slipped(List<String> seeds) {
    var text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    for (int slips = random.nextInt(5); slips > 0 && text.length() > 1; slips--) {
      int at = random.nextInt(text.length());
      char letter = text.charAt(at);
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) (letter + random.nextInt(3) - 1));
        case 1 -> text.deleteCharAt(at).insert(random.nextInt(text.length() + 1), letter);
        case 2 -> text.insert(at, (char) (random.nextBoolean() ? 'a' + at % 26 : '0' + at % 10));
        default -> text.deleteCharAt(at);
      }
    }
    return random.nextInt(20) == 0 ? "" : text.toString();
  }
}
