package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

@Tag("cap-8")
class MappingSuggestionTest {
  @Test
  void cap008_suggest_readsVietnameseHeaders() {
    var columns = List.of("Mã KH", "Họ và tên", "Ngày sinh", "SĐT", "Thư điện tử", "Tỉnh/Thành");
    var mapping =
        MappingSuggestion.suggest(
            columns,
            List.of(
                row(columns, "KH01", "Nguyễn An", "01/02/1990", "0901234567", "a@x.vn", "Huế"),
                row(columns, "KH02", "Trần Bình", "03/04/1985", "0912345678", "b@x.vn", "Hà Nội")));

    assertThat(mapping.idColumn()).isEqualTo("Mã KH");
    assertThat(columns(mapping))
        .containsEntry("fullName", "Họ và tên")
        .containsEntry("birthDate", "Ngày sinh")
        .containsEntry("phone", "SĐT")
        .containsEntry("email", "Thư điện tử")
        .containsEntry("province", "Tỉnh/Thành");
    assertThat(mapping.confirmed()).isFalse();
  }

  @Test
  void cap008_suggest_readsHeadersWithoutMarksAndEnglishOnes() {
    assertThat(
            columns(MappingSuggestion.suggest(List.of("ho_ten", "so_dt", "gioiTinh"), List.of())))
        .containsEntry("fullName", "ho_ten")
        .containsEntry("phone", "so_dt")
        .containsEntry("gender", "gioiTinh");
    assertThat(
            columns(
                MappingSuggestion.suggest(
                    List.of("customer_id", "LastName", "firstName", "Mobile No"), List.of())))
        .containsEntry("surname", "LastName")
        .containsEntry("givenName", "firstName")
        .containsEntry("phone", "Mobile No");
  }

  @Test
  void cap008_suggest_readsValuesWhereHeadersSayNothing() {
    var columns = List.of("c1", "c2", "c3");
    var mapping =
        MappingSuggestion.suggest(
            columns,
            List.of(
                row(columns, "0901234567", "a@x.vn", "079090123456"),
                row(columns, "0912345678", "b@x.vn", "001085123456")));

    assertThat(columns(mapping))
        .containsEntry("phone", "c1")
        .containsEntry("email", "c2")
        .containsEntry("nationalId", "c3");
    assertThat(mapping.fields().get("phone").basis()).isEqualTo("VALUES");
  }

  @Test
  void suggest_doesNotBelieveAHeaderThatItsValuesContradict() {
    var columns = List.of("phone");
    var mapping =
        MappingSuggestion.suggest(
            columns, List.of(row(columns, "yes"), row(columns, "no"), row(columns, "yes")));

    assertThat(mapping.fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "birthDate, dd/mm/yyyy, FORMAT_UNREADABLE",
    "birthDate, hello, FORMAT_UNREADABLE",
    "birthDate, [, FORMAT_UNREADABLE",
    "birthDate, dd/MM/yy, FORMAT_UNREADABLE",
    "birthYear, MM, FORMAT_UNREADABLE",
    "phone, XX, FORMAT_UNREADABLE",
    "gender, potato, FORMAT_OF_NONE",
  })
  void confirm_refusesAFormatThatNothingCanBeReadBy(String field, String format, String reason) {
    var mapping = new Mapping("id", Map.of(field, ColumnMapping.given("c", format)), false);

    assertThatThrownBy(mapping::confirm)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.field() + " " + v.reason())
                    .containsExactly("mapping.fields." + field + ".format " + reason));
  }

  @ParameterizedTest
  @CsvSource({
    "birthDate, dd/MM/yyyy",
    "birthDate, d.M.uuuu",
    "birthDate, yyyyMMdd",
    "birthDate, yyyy-MM-dd HH:mm:ss",
    "birthYear, yyyy",
    "birthYear, dd/MM/yyyy",
    "phone, VN",
    "text:note, dd/MM",
    "gender, ''",
  })
  void confirm_takesAFormatThatValuesAreReadBy(String field, String format) {
    var mapping = new Mapping("id", Map.of(field, ColumnMapping.given("c", format)), false);

    assertThat(mapping.confirm().confirmed()).isTrue();
  }

  @Test
  void confirm_refusesAnUnknownFieldAndAColumnUsedTwice() {
    var mapping =
        new Mapping(
            "",
            Map.of("shoeSize", ColumnMapping.given("a", ""), "phone", ColumnMapping.given("b", "")),
            false);

    assertThatThrownBy(mapping::confirm)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().reason()).isEqualTo("MAPPING_FIELD"));
  }

  private static Map<String, String> columns(Mapping mapping) {
    var columns = new LinkedHashMap<String, String>();
    mapping.fields().forEach((field, column) -> columns.put(field, column.column()));
    return columns;
  }

  private static Row.Good row(List<String> columns, String... cells) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.length; i++) {
      values.put(columns.get(i), cells[i]);
    }
    return new Row.Good(2, values);
  }
}
