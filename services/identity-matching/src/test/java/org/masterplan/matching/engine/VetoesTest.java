package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.matching.WholePerson.ID;
import static org.masterplan.matching.WholePerson.SCHEMA;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.matching.record.RawRecord;

/** Two records that agree in name, phone, mailbox and street: only a veto parts them. */
@Tag("cap-8")
class VetoesTest {
  private static final String OTHER_ID = "001090054321";

  @Test
  void cap008_noNumber_partsNobody() {
    assertThat(told("", "", "", "1990-01-02", "m").entities()).containsExactly(0, 0);
  }

  @Test
  void cap008_twoCitizenNumbers_areTwoPersons() {
    var found = Resolver.resolve(SCHEMA, List.of(row("a", ID, "", ""), row("b", OTHER_ID, "", "")));

    assertThat(found.entities()).containsExactly(0, 1);
    assertThat(found.explaining().pair(0, 1).guardReason()).isEqualTo("two different CCCD");
    assertThat(found.explaining().pair(0, 1).probability()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1961-03-02", "1961", "19051961"})
  void cap008_citizenNumberAgainstTheOthersBirthYear_isTwoPersons(String born) {
    var found = told(ID, "", "", born, "");

    assertThat(found.entities()).containsExactly(0, 1);
    assertThat(found.explaining().pair(0, 1).guardReason()).isEqualTo("CCCD against birth year");
  }

  @Test
  void cap008_citizenNumberAgainstTheOthersSex_isTwoPersons() {
    var found = told(ID, "", "", "", "f");

    assertThat(found.entities()).containsExactly(0, 1);
    assertThat(found.explaining().pair(0, 1).guardReason()).isEqualTo("CCCD against sex");
  }

  /** Years of dates that do not exist are slips as likely as years. */
  @ParameterizedTest
  @ValueSource(strings = {"1961-02-31", "2961-03-02", "19051990"})
  void cap008_impossibleDates_vetoNothing(String born) {
    assertThat(told(ID, "", "", born, "").entities()).containsExactly(0, 0);
  }

  /** A number that contradicts its own record proves nothing about another. */
  @ParameterizedTest
  @CsvSource({"1985-01-02, '', 1985-01-02, ''", "'', f, '', f"})
  void cap008_numberAgainstItsOwnRecord_vetoesNothing(
      String born, String sex, String otherBorn, String otherSex) {
    assertThat(told(ID, born, sex, otherBorn, otherSex).entities()).containsExactly(0, 0);
  }

  private static Resolution told(
      String id, String born, String sex, String otherBorn, String otherSex) {
    return Resolver.resolve(
        SCHEMA, List.of(row("a", id, born, sex), row("b", "", otherBorn, otherSex)));
  }

  private static RawRecord row(String key, String id, String born, String sex) {
    return new RawRecord(
        "s",
        key,
        List.of(
            "Hùng", "Nguyễn", born, sex, "0912345678", "hung@x.example", id, "12 Lê Lợi", "Huế"));
  }
}
