package org.masterplan.profiles.dictionary.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
  @ParameterizedTest
  @CsvSource({
    "0901234567, +84901234567",
    "+84 90 123 45 67, +84901234567",
    "84901234567, +84901234567",
    "0084-901-234-567, +84901234567",
    "901234567, +84901234567",
    "901234567.0, +84901234567",
    "01681234567, +84381234567",
    "+84168 123 4567, +84381234567",
    "0120 1234567, +84701234567",
    "0199.123.4567, +84591234567",
    "028 3825 1234, +842838251234",
    "08 3825 1234, +842838251234",
    "(04) 38251234, +842438251234",
    "0912345678/0987654321, +84912345678",
    "0912345678 (Lan), +84912345678",
    "+44 20 7946 0958, +442079460958"
  })
  void phone_inAnyNotation_isOneNumber(String written, String read) {
    assertThat(PhoneNumbers.normalise(written)).contains(read);
  }

  @ParameterizedTest
  @CsvSource({"khong co", "12345", "0121", "9.12E8", "0401234567", "'  '"})
  void phone_thatCannotBeOne_isNone(String written) {
    assertThat(PhoneNumbers.normalise(written)).isEmpty();
  }

  @Property
  void phone_readAgain_staysTheSame(@ForAll String text) {
    PhoneNumbers.normalise(text)
        .ifPresent(read -> assertThat(PhoneNumbers.normalise(read)).contains(read));
  }

  @Test
  void email_losesCaseAndWrapping() {
    assertThat(Emails.normalise(" <Lan.Nguyen@Example.COM>; x@y.vn"))
        .contains("lan.nguyen@example.com");
    assertThat(Emails.normalise("no@email")).isEmpty();
    assertThat(Emails.normalise("a..b@c.vn")).isEmpty();
  }

  @Test
  void nationalId_getsBackTheZerosThatASpreadsheetDropped() {
    assertThat(NationalIds.normalise("79 123 456 789")).contains("079123456789");
    assertThat(NationalIds.normalise("123456789.0")).contains("123456789");
    assertThat(NationalIds.normalise("999123456789")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1990-02-28, 1990-02-28",
    "28/02/1990, 1990-02-28",
    "2.3.1990, 1990-03-02",
    "02/28/1990, 1990-02-28",
    "19900228, 1990-02-28",
    "32932, 1990-02-28",
    "1990-02-28 00:00:00, 1990-02-28"
  })
  void birthDate_inAnyStyle_isOneDay(String written, String read) {
    assertThat(BirthDates.day(written, "")).contains(read);
  }

  @ParameterizedTest
  @CsvSource({
    "birthDate, 2026-11-21, true",
    "birthDate, 2026-11-22, false",
    "birthDate, 2090-01-01, false",
    "birthDate, 1900-01-01, true",
    "birthDate, 1899-12-31, false",
    "birthDate, 0192-02-03, false",
    "birthYear, 2026, true",
    "birthYear, 2027, false",
    "birthYear, 1900, true",
    "birthYear, 1899, false",
    "text:note, 2090-01-01, true"
  })
  void birth_isPossible_fromACenturyAgoUntilToday(String field, String read, boolean possible) {
    assertThat(Readings.possible(field, read, LocalDate.of(2026, 11, 21))).isEqualTo(possible);
  }

  @Test
  void birthDate_ofAYearThatIsNotOfFourDigits_isNone() {
    assertThat(BirthDates.day("+12345-01-02", "yyyy-MM-dd")).isEmpty();
    assertThat(BirthDates.day("-0045-01-02", "yyyy-MM-dd")).isEmpty();
  }

  @Test
  void birthDate_thatIsNoDay_isNone() {
    assertThat(BirthDates.day("31/02/1990", "")).isEmpty();
    assertThat(BirthDates.year("1990", "")).contains("1990");
    assertThat(BirthDates.day("28-02-90", "dd-MM-yyyy")).isEmpty();
  }

  @Test
  @Tag("cap-133")
  void cap133_names_compareWithoutMarksWhateverTheForm() {
    var marked = java.util.Map.of("fullName", "Nguyễn Thị Bưởi");
    var plain = java.util.Map.of("fullName", "NGUYEN THI BUOI");
    var decomposed =
        java.util.Map.of(
            "fullName",
            java.text.Normalizer.normalize("Nguyễn Thị Bưởi", java.text.Normalizer.Form.NFD));

    assertThat(Names.words(plain)).isEqualTo(Names.words(marked));
    assertThat(Names.words(decomposed)).isEqualTo(Names.words(marked));
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn An, nguyen an, true",
    "Nguyễn Văn An, An Nguyễn Văn, true",
    "Nguyễn Văn An, N. V. An, true",
    "Nguyễn Văn An, Nguyn Van An, true",
    "Nguyễn Văn An, Nguyễn Thị Lan, false",
    "Nguyễn Thị Hoa, Nguyễn Thị Lan, false"
  })
  void compatible_tellsVariantsFromRelatives(String left, String right, boolean compatible) {
    assertThat(
            Names.compatible(
                Names.words(java.util.Map.of("fullName", left)),
                Names.words(java.util.Map.of("fullName", right))))
        .isEqualTo(compatible);
  }

  @Test
  void placeholder_isNobodys() {
    assertThat(new Key("phone", "+84900000000").placeholder()).isTrue();
    assertThat(new Key("email", "khongco@gmail.com").placeholder()).isTrue();
    assertThat(new Key("nationalId", "000000000").placeholder()).isTrue();
    assertThat(new Key("phone", "+84901234567").placeholder()).isFalse();
  }

  @Test
  void mask_leavesNoValueWhole() {
    assertThat(Masks.mask("email", "lan@example.com")).isEqualTo("l***@example.com");
    assertThat(Masks.mask("phone", "+84901234567")).isEqualTo("***67");
    assertThat(Masks.mask("fullName", "Nguyễn Thị Lan")).isEqualTo("N. T. L.");
    assertThat(Masks.mask("street", "12 Lê Lợi")).isEqualTo("***");
  }
}
