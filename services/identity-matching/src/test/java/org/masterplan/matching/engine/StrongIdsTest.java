package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.matching.WholePerson.ID;
import static org.masterplan.matching.WholePerson.SCHEMA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

/** The one rule without weights: entities that hold one valid citizen number are one. */
@Tag("cap-8")
class StrongIdsTest {
  /** Everything but the number and the given name speaks against it. */
  private static final RawRecord FIRST =
      row("Hùng", "Nguyễn", "1990-01-02", "0912345678", "hung1@x.example", ID);

  private static final RawRecord SECOND =
      row("Hùng", "Trịnh", "1990-12-29", "0987111222", "abc@y.example", ID);

  private static final String FATHERS = "001061012345";

  @Test
  void cap008_sameNumber_isOnePerson() {
    assertThat(same(List.of(), FIRST, SECOND)).isTrue();
  }

  @Test
  void cap008_sameNumberKeptApartByPeople_isTwo() {
    var apart = new Settings.Link(new RecordKey("s", "0"), new RecordKey("s", "1"), false);

    assertThat(same(List.of(apart), FIRST, SECOND)).isFalse();
  }

  @Test
  void cap008_sameNumberOfAnotherName_isLeftToTheWeights() {
    var other = row("Mai", "Trịnh", "1990-12-29", "0987111222", "abc@y.example", ID);

    assertThat(same(List.of(), FIRST, other)).isFalse();
  }

  /** Nothing but the number and the surname agree; the number was born in 1961. */
  @Test
  void cap008_fathersNumberEnteredForHisSon_isNotTheSons() {
    var father = row("Hùng", "Nguyễn", "1961-03-02", "0912345678", "hung@x.example", FATHERS);
    var son = row("Bảo", "Nguyễn", "1990-11-20", "0987111222", "bao@y.example", FATHERS);

    assertThat(same(List.of(), father, son)).isFalse();
    assertThat(same(List.of(), son, father)).isFalse();
  }

  /** A number that contradicts its own record is a relative's, whatever the name. */
  @Test
  void cap008_numberAgainstItsOwnBirthYearOrSex_joinsNobody() {
    var father = row("Hùng", "Nguyễn", "1961-03-02", "0912345678", "hung@x.example", FATHERS);
    var son = row("Hùng", "Trịnh", "1990-11-20", "0987111222", "bao@y.example", FATHERS);
    var her = row("Hùng", "Trịnh", "", "0987111222", "bao@y.example", FATHERS, "f");

    assertThat(same(List.of(), father, son)).isFalse();
    assertThat(same(List.of(), father, her)).isFalse();
  }

  @Test
  void cap008_sameNumberInColumnsTurned_isOnePerson() {
    var turned = row("Trịnh", "Hùng", "1990-12-29", "0987111222", "abc@y.example", ID);

    assertThat(same(List.of(), SECOND, turned)).isTrue();
  }

  @Test
  void cap008_sameNumberWithoutAName_isOnePerson_withoutTheGivenNameItIsUnsure() {
    var nameless = row("", "", "1990-12-29", "0987111222", "abc@y.example", ID);
    var family = row("", "Trịnh", "1990-12-29", "0987111222", "abc@y.example", ID);

    assertThat(same(List.of(), FIRST, nameless)).isTrue();
    assertThat(same(List.of(), FIRST, family)).isFalse();
  }

  /** People said that the second is also the holder of another number. */
  @Test
  void cap008_sameNumberBesideAnotherOne_isVetoed() {
    var also = row("Hùng", "Trịnh", "1990-12-29", "0987111222", "abc@y.example", "001090099999");
    var one = new Settings.Link(new RecordKey("s", "1"), new RecordKey("s", "2"), true);

    assertThat(same(List.of(one), FIRST, SECOND, also)).isFalse();
  }

  @Test
  void cap008_aNumberOfManyPersons_isNobodys() {
    var rows = new ArrayList<RawRecord>();
    rows.add(FIRST);
    rows.add(SECOND);
    for (var given : List.of("An", "Bình", "Cúc", "Dung", "Em", "Phúc", "Giang")) {
      rows.add(row(given, "Lý" + given, "1990-03-0" + (1 + rows.size() % 9), "", "", ID));
    }

    assertThat(same(List.of(), rows.toArray(RawRecord[]::new))).isFalse();
  }

  /** The first of the three fits neither; the others are one all the same. */
  @Test
  void cap008_sameNumberOfOthersToo_joinsThoseThatFit() {
    var another =
        new RawRecord(
            "s",
            "",
            List.of("Mai", "Lý", "1990-05-05", "", "0900000009", "mai@z.example", ID, "5", "Huế"));

    var entities = entities(List.of(), another, FIRST, SECOND);

    assertThat(entities[1]).isEqualTo(entities[2]).isNotEqualTo(entities[0]);
  }

  private static RawRecord row(
      String given, String surname, String born, String phone, String email, String id) {
    return row(given, surname, born, phone, email, id, "");
  }

  private static RawRecord row(
      String given,
      String surname,
      String born,
      String phone,
      String email,
      String id,
      String sex) {
    boolean first = surname.equals("Nguyễn");
    return new RawRecord(
        "s",
        "",
        List.of(
            given,
            surname,
            born,
            sex,
            phone,
            email,
            id,
            first ? "12 Lê Lợi" : "99 Hùng Vương",
            first ? "Huế" : "Vinh"));
  }

  private static boolean same(List<Settings.Link> links, RawRecord... rows) {
    var entities = entities(links, rows);
    return entities[0] == entities[1];
  }

  private static int[] entities(List<Settings.Link> links, RawRecord... rows) {
    var numbered = new ArrayList<RawRecord>();
    for (var row : rows) {
      numbered.add(new RawRecord("s", Integer.toString(numbered.size()), row.values()));
    }
    return Resolver.resolve(SCHEMA, Settings.DEFAULT.withLinks(links), numbered).entities();
  }
}
