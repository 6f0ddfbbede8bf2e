package org.masterplan.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

@Tag("cap-133")
class PhonesTest {
  @ParameterizedTest
  @CsvSource({
    "0912345678, +84912345678",
    "+84912345678, +84912345678",
    "(+84) 912 345 678, +84912345678",
    "0084 912.345.678, +84912345678",
    "84912345678, +84912345678",
    "+84 (0)912 345 678, +84912345678",
    "912345678, +84912345678",
    "912345678.0, +84912345678",
    "9.12345678E8, +84912345678",
    "O912345678, +84912345678",
    "0912345678 (Lan), +84912345678",
    "Zalo: 0912 345 678, +84912345678",
    "844666531, +84844666531",
    "028 3825 1234, +842838251234",
    "0912 - 345 - 678, +84912345678",
    "+61 412 345 678, +61412345678"
  })
  void cap133_phone_readsEveryWayOfWriting(String raw, String e164) {
    assertThat(phone(raw).canonical()).isEqualTo(e164);
    assertThat(phone(raw).validity()).isEqualTo(Validity.VALID);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/masterplan/matching/standard/mobile_prefix_2018.csv",
      numLinesToSkip = 1)
  void cap133_phone_beforeAndAfter2018_isOne(String old, String now) {
    var before = phone(old + "4567891");

    assertThat(before.canonical()).isEqualTo("+84" + now.substring(1) + "4567891");
    assertThat(before.how()).containsExactly("renumbered 2018");
    assertThat(phone("+84" + old.substring(1) + "4567891").canonical())
        .isEqualTo(before.canonical());
    assertThat(phone(old.substring(1) + "4567891").canonical()).isEqualTo(before.canonical());
    assertThat(phone(now + "4567891").canonical()).isEqualTo(before.canonical());
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/masterplan/matching/standard/landline_area_code_2017.csv",
      numLinesToSkip = 1)
  void cap133_phone_oldLandline_isTodaysOrAmbiguous(
      String province, String old, String now, String phase, String start, String mobileToday) {
    var subscriber = now.length() == 3 ? "38251234" : "3825123";
    var today = "+84" + now.substring(1) + subscriber;
    var number = phone(old + subscriber);

    assertThat(phone(now + subscriber).canonical()).isEqualTo(today);
    assertThat(phone(now + subscriber).part(Part.KIND)).isEqualTo("LANDLINE");
    if (mobileToday.equals("yes")) {
      assertThat(number.validity()).as(province).isEqualTo(Validity.AMBIGUOUS);
      assertThat(number.variants()).as(province).containsExactly(today);
      assertThat(phone("(" + old + ") " + subscriber).canonical()).as(province).isEqualTo(today);
      assertThat(phone(old + " " + subscriber).canonical()).as(province).isEqualTo(today);
    } else {
      assertThat(number.canonical()).as(province).isEqualTo(today);
      assertThat(number.validity()).as(province).isEqualTo(Validity.VALID);
    }
  }

  @Test
  void cap133_phone_knowsByTheDayWhatItWas() {
    assertThat(dated("0838251234", 2016).canonical()).isEqualTo("+842838251234");
    assertThat(dated("0838251234", 2018).canonical()).isEqualTo("+842838251234");
    assertThat(dated("0838251234", 2020).canonical()).isEqualTo("+84838251234");
    assertThat(dated("0838251234", 2020).validity()).isEqualTo(Validity.VALID);
    assertThat(dated("0868251234", 2018).canonical()).isEqualTo("+84868251234");
  }

  @ParameterizedTest
  @CsvSource({
    "0912345678/0987654321, +84912345678, +84987654321",
    "0912345678; 0987654321, +84912345678, +84987654321",
    "0912345678 - 0987654321, +84912345678, +84987654321",
    "0912345678 0987654321, +84912345678, +84987654321",
    "0912345678 hoặc 0987654321, +84912345678, +84987654321",
    "0912345678/79, +84912345678, +84912345679"
  })
  void cap133_phone_keepsAllNumbersOfACell(String raw, String first, String second) {
    assertThat(phone(raw).canonical()).isEqualTo(first);
    assertThat(phone(raw).variants()).containsExactly(second);
    assertThat(phone(raw).how()).contains("first of several in the cell");
  }

  @ParameterizedTest
  @CsvSource({"0900000000", "0000000000", "0123456789", "0999999999", "khong co", "0", "-"})
  void cap133_phone_takesPlaceholdersForNothing(String raw) {
    assertThat(phone(raw).validity()).isEqualTo(Validity.PLACEHOLDER);
  }

  @Test
  void cap133_phone_keepsWhatItCannotRead() {
    assertThat(phone("02 1090 1906").validity()).isEqualTo(Validity.INVALID);
    assertThat(phone("02 1090 1906").canonical()).isEqualTo("0210901906");
    assertThat(phone("").validity()).isEqualTo(Validity.MISSING);
    assertThat(Phones.phone("02 9374 4000", "AU").canonical()).isEqualTo("+61293744000");
  }

  private static Standardised phone(String raw) {
    return Phones.phone(raw, "");
  }

  private static Standardised dated(String raw, int year) {
    return Phones.phone(raw, "", LocalDate.of(year, 1, 5));
  }
}
