package org.masterplan.matching.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cap-8")
class SuggestionsTest {
  @Test
  void cap008_suggest_readsHeadersInBothLanguages_withAndWithoutMarks() {
    assertThat(fields("ho ten", "ngaysinh", "sdt", "cccd", "gioiTinh", "Thư điện tử"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "fullName", "ho ten",
                "birthDate", "ngaysinh",
                "phone", "sdt",
                "nationalId", "cccd",
                "gender", "gioiTinh",
                "email", "Thư điện tử"));
    assertThat(fields("LastName", "firstName", "Mobile No", "Tỉnh/Thành"))
        .containsEntry("surname", "LastName")
        .containsEntry("givenName", "firstName")
        .containsEntry("phone", "Mobile No")
        .containsEntry("province", "Tỉnh/Thành");
  }

  @Test
  void cap008_suggest_readsValuesWhereHeadersSayNothing() {
    var suggestion =
        Suggestions.suggest(
            "x",
            List.of("c1", "c2", "c3", "c4"),
            List.of(
                List.of("0901234567", "a@x.vn", "079090123456", "13/05/1980"),
                List.of("0912345678", "b@x.vn", "001085123456", "02/11/1975")));

    assertThat(fields(suggestion))
        .containsEntry("phone", "c1")
        .containsEntry("email", "c2")
        .containsEntry("nationalId", "c3")
        .containsEntry("birthDate", "c4");
    assertThat(suggestion.guesses()).allMatch(g -> g.basis() == Guess.Basis.VALUES);
    assertThat(suggestion.guesses()).allMatch(g -> g.confidence() > 0.4 && g.confidence() < 0.7);
  }

  @Test
  void cap008_suggest_keepsTheIdOfAListWithARowTwice_andOfOneWithoutIt() {
    var rows = new ArrayList<List<String>>();
    for (int n = 40; n > 0; n--) {
      rows.add(List.of(String.valueOf(n), "lan" + n + "@x.vn"));
    }
    rows.add(rows.get(3));
    rows.add(rows.get(9));
    assertThat(Suggestions.suggest("k", List.of("id", "mail"), rows).mapping().idColumn())
        .isEqualTo("id");

    rows.add(rows.get(5));
    assertThat(Suggestions.suggest("k", List.of("id", "mail"), rows).mapping().idColumn())
        .isEmpty();
  }

  @Test
  void cap008_suggest_doesNotBelieveAHeaderThatItsValuesContradict() {
    var suggestion =
        Suggestions.suggest(
            "x", List.of("phone"), List.of(List.of("yes"), List.of("no"), List.of("yes")));

    assertThat(suggestion.guesses()).isEmpty();
  }

  @Test
  void cap008_suggest_findsHowDatesAndSexesAreWritten() {
    var mapping =
        Suggestions.suggest(
                "x",
                List.of("dob", "sex"),
                List.of(
                    List.of("05/23/80", "0"), List.of("11/30/75", "1"), List.of("01/02/66", "1")))
            .mapping();

    assertThat(mapping.columns().values())
        .extracting(c -> c.name() + " " + c.format())
        .containsExactly("dob MM/dd/yy", "sex M=1 F=0");
  }

  /** Eight digits of which only the column tells whether the day or the month comes first. */
  @Test
  void cap008_suggest_findsHowPackedDatesAreWritten() {
    assertThat(formatOf("05231980", "11301975", "01021966")).isEqualTo("MMddyyyy");
    assertThat(formatOf("23051980", "19051988", "01021966")).isEqualTo("ddMMyyyy");
    assertThat(formatOf("19800523", "19751130", "19660102")).isEmpty();
  }

  private static String formatOf(String... dates) {
    var rows = Arrays.stream(dates).map(List::of).toList();
    var column = Suggestions.suggest("x", List.of("dob"), rows).mapping().columns().values();
    return column.iterator().next().format();
  }

  @Test
  void cap008_suggest_takesNoDateOfRegistrationForABirthDate() {
    assertThat(fields("Ngày đăng ký", "created_at", "Ghi chú", "Điểm")).isEmpty();
  }

  private static Map<String, String> fields(String... header) {
    return fields(Suggestions.suggest("x", List.of(header), List.of()));
  }

  private static Map<String, String> fields(Suggestion suggestion) {
    var fields = new LinkedHashMap<String, String>();
    suggestion.guesses().forEach(guess -> fields.put(guess.field(), guess.column()));
    return fields;
  }
}
