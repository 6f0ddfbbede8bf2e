package org.masterplan.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** To agree on what few have says more than to agree on what many have. */
@Tag("cap-8")
class RaritiesTest {
  private static final Schema SCHEMA = Schema.of("surname", "givenName", "city", "phone");
  private static final List<String> SURNAMES =
      List.of("Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Bùi");
  private static final List<String> GIVEN =
      List.of("Hùng", "Hùng", "Hùng", "Hùng", "Lan", "Minh", "Mai", "Yến");
  private static final List<String> CITIES =
      List.of("Hà Nội", "Hà Nội", "Hà Nội", "Hà Nội", "Huế", "Vinh", "Đà Lạt", "Cần Thơ");
  private static final Resolution FOUND = found();

  /** Two hundred persons, and two pairs of records to ask about. */
  private static Resolution found() {
    var random = new SplittableRandom(11);
    var records = new ArrayList<RawRecord>();
    for (int n = 0; n < 200; n++) {
      records.add(
          row(
              "p%03d".formatted(n),
              SURNAMES.get(random.nextInt(8)),
              GIVEN.get(random.nextInt(8)),
              CITIES.get(random.nextInt(8)),
              "09%08d".formatted(10_000_000 + random.nextInt(89_999_999))));
    }
    for (var copy : List.of("1", "2")) {
      records.add(row("common" + copy, "Nguyễn", "Hùng", "Hà Nội", ""));
      records.add(row("rare" + copy, "Khiếu", "Quỳnh", "Hạ Long", ""));
    }
    return Resolver.resolve(SCHEMA, records);
  }

  private static RawRecord row(String id, String... values) {
    return new RawRecord("s", id, List.of(values));
  }

  @ParameterizedTest
  @ValueSource(strings = {"surname", "givenName", "city"})
  void cap008_aRareValue_weighsMoreThanACommonOne(String field) {
    var rare = contribution("rare", field);
    var common = contribution("common", field);

    assertThat(rare.level()).isEqualTo(common.level()).isEqualTo("equal");
    assertThat(rare.weight()).isEqualTo(common.weight());
    assertThat(rare.tfAdjustment()).isPositive().isGreaterThan(1 + common.tfAdjustment());
    assertThat(common.tfAdjustment()).isNegative();
  }

  @Test
  void cap008_twoThatAgreeOnRareNames_areLikelierOnePersonThanNamesakes() {
    assertThat(evidence("rare")).isGreaterThan(5 + evidence("common"));
  }

  /** Before any guard, which holds back both where nothing but a name agrees. */
  private static double evidence(String id) {
    var why = pair(id);
    return why.weight() - why.guard();
  }

  private static Explanation.Contribution contribution(String id, String field) {
    return pair(id).contributions().stream()
        .filter(part -> part.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Explanation pair(String id) {
    return FOUND.explaining().pair(record(id + "1"), record(id + "2"));
  }

  private static int record(String id) {
    for (int r = 0; r < FOUND.table().size(); r++) {
      if (FOUND.table().key(r).id().equals(id)) {
        return r;
      }
    }
    throw new AssertionError("no record " + id);
  }
}
