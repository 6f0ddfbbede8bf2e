package org.masterplan.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

@Tag("cap-133")
class StandardsTest {
  @ParameterizedTest
  @CsvSource({
    "1990-05-23, '', 1990-05-23, VALID",
    "23/05/1990, '', 1990-05-23, VALID",
    "05/23/1990, '', 1990-05-23, VALID",
    "04/05/1990, '', 1990-05-04, VALID",
    "04/05/1990, MM/dd/yyyy, 1990-04-05, VALID",
    "23/05/1990, MM/dd/yyyy, 1990-05-23, VALID",
    "19900523, '', 1990-05-23, VALID",
    "23051990, '', 1990-05-23, VALID",
    "19051988, '', 1988-05-19, VALID",
    "20121990, '', 1990-12-20, VALID",
    "20102005, '', 2005-10-20, VALID",
    "19051201, '', 1905-12-01, VALID",
    "20051219, '', 2005-12-19, VALID",
    "19900230, '', 1990-02-30, INVALID",
    "19131990, '', 1913-19-90, INVALID",
    "04051990, MMddyyyy, 1990-04-05, VALID",
    "19900523, ddMMyyyy, 1990-05-23, VALID",
    "04051990, MM/dd/yyyy, 1990-04-05, VALID",
    "10051988, MM/dd/yyyy, 1988-10-05, VALID",
    "19051988, yyyyMMdd, 1988-05-19, VALID",
    "23.05.45, dd.MM.yy, 1945-05-23, VALID",
    "23.05.02, dd.MM.yy, 2002-05-23, VALID",
    "3-5-1990, d-M-yyyy, 1990-05-03, VALID",
    "1990-05-23T00:00:00Z, '', 1990-05-23, VALID",
    "1990-05-23 00:00:00, '', 1990-05-23, VALID",
    "'May 23, 1990', '', 1990-05-23, VALID",
    "ngày 23 tháng 5 năm 1990, '', 1990-05-23, VALID",
    "33016, '', 1990-05-23, VALID",
    "1990, '', 1990, VALID",
    "00/00/1990, '', 1990, VALID",
    "1934-09-31, '', 1934-09-31, INVALID",
    "22-12-2972, '', 2972-12-22, INVALID",
    "01/01/1900, '', '', PLACEHOLDER",
    "0000-00-00, '', '', PLACEHOLDER",
    "'', '', '', MISSING"
  })
  void cap133_date_hasOneForm(String raw, String format, String iso, Validity validity) {
    var date = Standardisers.of(FieldType.DATE, format).standardise(raw);

    assertThat(date.canonical()).isEqualTo(iso);
    assertThat(date.validity()).isEqualTo(validity);
  }

  @Test
  void cap133_yearOfTwoDigits_isReadAsOfTheYearHandedIn() {
    var later = Standardisers.of(FieldType.DATE, "dd.MM.yy", 2031);
    var id = Standardisers.of(FieldType.NATIONAL_ID, "", 2031);

    assertThat(later.standardise("23.05.30").canonical()).isEqualTo("2030-05-23");
    assertThat(later.standardise("23.05.32").canonical()).isEqualTo("1932-05-23");
    assertThat(of(FieldType.DATE, "23.05.30").canonical()).isEqualTo("1930-05-23");
    assertThat(id.standardise("001230012345").part(Part.YEAR)).isEqualTo("2030");
    assertThat(of(FieldType.NATIONAL_ID, "001230012345").validity()).isEqualTo(Validity.INVALID);
  }

  @Test
  void cap133_date_saysHowItWasRead() {
    assertThat(of(FieldType.DATE, "04/05/1990").how()).containsExactly("day before month assumed");
    assertThat(of(FieldType.DATE, "05/23/1990").how())
        .containsExactly("day and month swapped: else no date");
    assertThat(of(FieldType.DATE, "1990").how()).containsExactly("year only");
    assertThat(of(FieldType.DATE, "1934-09-31").part(Part.YEAR)).isEqualTo("1934");
    assertThat(of(FieldType.YEAR, "23/05/1990").canonical()).isEqualTo("1990");
    assertThat(of(FieldType.YEAR, "1985.0").canonical()).isEqualTo("1985");
  }

  @Test
  void cap133_nationalId_readsWhatACitizenNumberSays() {
    var id = of(FieldType.NATIONAL_ID, "001 190 012345");

    assertThat(id.canonical()).isEqualTo("001190012345");
    assertThat(id.part(Part.KIND)).isEqualTo("CCCD");
    assertThat(id.part(Part.YEAR)).isEqualTo("1990");
    assertThat(id.part(Part.SEX)).isEqualTo("f");
    assertThat(id.part(Part.PROVINCE)).isEqualTo("hà nội");
    assertThat(NationalIds.contradicts(id, "1990", "f")).isFalse();
    assertThat(NationalIds.contradicts(id, "1991", "f")).isTrue();
    assertThat(NationalIds.contradicts(id, "", "m")).isTrue();
    assertThat(of(FieldType.NATIONAL_ID, "079203012345").part(Part.YEAR)).isEqualTo("2003");
  }

  @ParameterizedTest
  @CsvSource({
    "012345679, 012345679, CMND, VALID",
    "12345679, 012345679, CMND, VALID",
    "1190012345, 001190012345, CCCD, VALID",
    "001190012345.0, 001190012345, CCCD, VALID",
    "003190012345, 003190012345, CCCD, VALID",
    "999190012345, 999190012345, OTHER, INVALID",
    "001999012345, 001999012345, OTHER, INVALID",
    "6988048, 6988048, OTHER, VALID",
    "B1234567, b1234567, OTHER, VALID",
    "000000000, '', '', PLACEHOLDER",
    "123456789, '', '', PLACEHOLDER"
  })
  void cap133_nationalId_isChecked(String raw, String canonical, String kind, Validity validity) {
    var id = of(FieldType.NATIONAL_ID, raw);

    assertThat(id.canonical()).isEqualTo(canonical);
    assertThat(id.part(Part.KIND)).isEqualTo(kind);
    assertThat(id.validity()).isEqualTo(validity);
  }

  @ParameterizedTest
  @CsvSource({
    "Lan.Nguyen+shop@GMAIL.com, lannguyen@gmail.com, VALID",
    "lan.nguyen@yahoo.com.vn, lan.nguyen@yahoo.com.vn, VALID",
    "'<lan@vidu.example>; b@c.vn', lan@vidu.example, VALID",
    "noemail@gmail.com, '', PLACEHOLDER",
    "khong co, '', PLACEHOLDER",
    "lan at vidu, lan at vidu, INVALID"
  })
  void cap133_email_isTheMailbox(String raw, String canonical, Validity validity) {
    assertThat(of(FieldType.EMAIL, raw).canonical()).isEqualTo(canonical);
    assertThat(of(FieldType.EMAIL, raw).validity()).isEqualTo(validity);
  }

  @ParameterizedTest
  @CsvSource({
    "Công ty Cổ phần Sữa Việt Nam, sữa việt nam",
    "CTCP SỮA VIỆT NAM, sữa việt nam",
    "Công ty TNHH MTV Ánh Dương, ánh dương",
    "Cty TNHH Một Thành Viên Ánh Dương, ánh dương",
    "'Anh Duong Co., Ltd.', anh duong",
    "Anh Duong Joint Stock Company, anh duong",
    "DNTN Hoà Phát, hòa phát",
    "Công ty, công ty"
  })
  void cap133_organisation_withoutItsLegalForm(String raw, String canonical) {
    assertThat(of(FieldType.ORGANISATION, raw).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "TP. Hồ Chí Minh, hồ chí minh",
    "TPHCM, hồ chí minh",
    "Ho Chi Minh City, hồ chí minh",
    "Tỉnh Bình Dương, hồ chí minh",
    "Bà Rịa - Vũng Tàu, hồ chí minh",
    "Thanh Hoá, thanh hóa",
    "THANH HÓA, thanh hóa",
    "hanoi, hà nội",
    "Thừa Thiên Huế, huế",
    "Đăk Lăk, đắk lắk",
    "Phường Bến Nghé, bến nghé",
    "P.12, 12",
    "Q. 1, 1",
    "Quận 03, 3",
    "Xã Hoà Bình, xã hòa bình",
    "Hòa Bình, phú thọ",
    "Marsden, marsden"
  })
  void cap133_place_isTodaysProvinceOrItsName(String raw, String canonical) {
    assertThat(of(FieldType.PLACE, raw).canonical()).isEqualTo(canonical);
  }

  @Test
  void cap133_address_isCutIntoItsParts() {
    var comma = of(FieldType.ADDRESS, "Số 12/5A Đường Lê Lợi, P.3, Q. Gò Vấp, TP.HCM");
    var inline = of(FieldType.ADDRESS, "12/5a Lê Lợi phường 3 quận Gò Vấp tp. Hồ Chí Minh");
    var today = of(FieldType.ADDRESS, "12/5A Lê Lợi, Phường 3, Hồ Chí Minh, Việt Nam");

    assertThat(comma.canonical()).isEqualTo("12/5a lê lợi, phường 3, quận gò vấp, hồ chí minh");
    assertThat(inline.canonical()).isEqualTo(comma.canonical());
    assertThat(today.tokens()).isEqualTo(comma.tokens()).containsExactly("12/5a", "le", "loi", "3");
    assertThat(comma.part(Part.NUMBER)).isEqualTo("12/5a");
    assertThat(comma.part(Part.WARD)).isEqualTo("3");
    assertThat(comma.part(Part.DISTRICT)).isEqualTo("go vap");
    assertThat(comma.part(Part.PROVINCE)).isEqualTo("ho chi minh");
    assertThat(of(FieldType.ADDRESS, "8 Hai Bà Trưng, Xã Tân Lập, Bình Dương").how())
        .containsExactly("province of 2025");
  }

  @ParameterizedTest
  @CsvSource({
    "Nam, '', m",
    "Nữ, '', f",
    "F, '', f",
    "1, '', m",
    "2, '', f",
    "0, M=1 F=0, f",
    "1.0, '', m"
  })
  void cap133_gender_isMOrF(String raw, String format, String sex) {
    assertThat(Standardisers.of(FieldType.GENDER, format).standardise(raw).canonical())
        .isEqualTo(sex);
  }

  @ParameterizedTest
  @CsvSource({
    "84052.973, 84052.973",
    "'1.234.567,89', 1234567.89",
    "'1,234,567.89', 1234567.89",
    "'1.5', 1.5",
    "'1,5', 1.5",
    "'1,500', 1500",
    "'1.000.000 đ', 1000000",
    "100.00, 100",
    "-0, 0"
  })
  void number_isPlain(String raw, String canonical) {
    assertThat(of(FieldType.NUMBER, raw).canonical()).isEqualTo(canonical);
  }

  @Test
  void code_isTheHandle() {
    assertThat(of(FieldType.CODE, "@Lan_123").canonical()).isEqualTo("lan_123");
    assertThat(of(FieldType.CODE, "https://facebook.com/lan_123/").canonical())
        .isEqualTo("lan_123");
    assertThat(of(FieldType.POSTCODE, " 700 000 ").canonical()).isEqualTo("700000");
    assertThat(of(FieldType.TEXT, "Giáo viên, cấp 2").canonical()).isEqualTo("giáo viên cấp 2");
  }

  private static Standardised of(FieldType type, String raw) {
    return Standardisers.of(type, "").standardise(raw);
  }
}
