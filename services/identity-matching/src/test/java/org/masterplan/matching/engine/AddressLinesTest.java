package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.standard.Standardisers;

/** An address is one whether it stands in one column or in four, before 2025 or after. */
@Tag("cap-133")
class AddressLinesTest {
  private static final Schema CUT = Schema.of("fullName", "street", "ward", "district", "province");
  private static final RawRecord IN_COLUMNS =
      new RawRecord(
          "a",
          "1",
          List.of(
              "Nguyễn Trọng Duy",
              "145 Lê Hồng Phong",
              "Xã Xuân Hòa",
              "Huyện Phú Ninh",
              "Bình Dương"));

  @Test
  void cap133_aLineAndItsParts_areOneAddress() {
    var line = "Số 145 đường Lê Hồng Phong, xã Xuân Hoà, TP.HCM";
    var found = Resolver.resolve(CUT, List.of(IN_COLUMNS, whole(line)));

    assertThat(found.entities()).containsExactly(0, 0);
    var table = found.table();
    for (int c = 3; c < table.columns().size(); c++) {
      var name = table.columns().get(c).feature().name();
      var there = table.value(c, 1).folded();
      assertThat(there)
          .as(name)
          .isEqualTo(name.equals("district") ? "" : table.value(c, 0).folded());
    }
  }

  @Test
  void cap133_anotherHouseOfTheStreet_isNoWitness() {
    var line = "146 Lê Hồng Phong";

    assertThat(Resolver.resolve(CUT, List.of(IN_COLUMNS, whole(line))).entities())
        .containsExactly(0, 1);
  }

  @Test
  void cap133_linesAlone_areCutToo() {
    var schema = Schema.of("fullName", "street");
    var before = new RawRecord("a", "1", List.of("Lê Duy", "8 Hai Bà Trưng, P.3, Q.1, TP.HCM"));
    var today = new RawRecord("b", "1", List.of("Lê Duy", "8 Hai Bà Trưng, Phường 3, Sài Gòn"));
    var far = new RawRecord("c", "1", List.of("Lê Duy", "8 Hai Bà Trưng, P.3, Q.1, Hà Nội"));

    var found = Resolver.resolve(schema, List.of(before, today, far));

    assertThat(found.entities()[1]).isEqualTo(0);
    var why = found.explaining();
    assertThat(why.pair(0, 1).weight()).isGreaterThan(why.pair(0, 2).weight() + 3);
  }

  @ParameterizedTest
  @CsvSource({"12-3, 12/3", "05, 5", "7/05A, 7-5a"})
  void cap133_oneHouse_howeverItsNumberIsWritten(String left, String right) {
    assertThat(house(left + " Lê Lợi")).isEqualTo(house(right + " Lê Lợi"));
    assertThat(house("105 Lê Lợi")).startsWith("105 ");
    assertThat(house("50 Lê Lợi")).startsWith("50 ");
  }

  private static String house(String line) {
    var rows = List.of(new RawRecord("a", "1", List.of(line)));
    return Resolver.resolve(Schema.of("street"), rows).table().value(0, 0).canonical();
  }

  @Test
  void cap133_ofTwoProvinces_theLastIsMeant() {
    var line = "12 Lê Lợi, phường Phú Hội, Huế, Hà Nội";
    var rows = List.of(new RawRecord("a", "1", List.of(line)));
    var table = Resolver.resolve(Schema.of("street"), rows).table();
    var whole = Standardisers.of(FieldType.ADDRESS, "", 2026).standardise(line);

    assertThat(table.value(2, 0).folded()).isEqualTo("ha noi");
    assertThat(whole.part(Part.PROVINCE)).isEqualTo("ha noi");
  }

  private static RawRecord whole(String line) {
    return new RawRecord("b", "1", List.of("Nguyễn Trọng Duy", line, "", "", ""));
  }
}
