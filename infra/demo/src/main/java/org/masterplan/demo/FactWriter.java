package org.masterplan.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes birth, sex, address, identity number and the rest of a record. */
final class FactWriter {
  private static final LocalDate PROVINCES_MERGED = LocalDate.of(2025, 7, 1);
  private static final List<List<String>> SEXES =
      List.of(
          List.of("Nữ", "Nam"), List.of("F", "M"), List.of("0", "1"), List.of("female", "male"));
  private static final List<String> JOBS =
      List.of(
          "Giáo viên",
          "Công nhân",
          "Kế toán",
          "Nội trợ",
          "Buôn bán",
          "Kỹ sư",
          "Nông dân",
          "Y tá",
          "Lái xe");
  private static final List<String> NOTES =
      List.of(
          "hẹn gọi lại",
          "thích hàng mới, hỏi \"có quà không\"",
          "giao giờ hành chính",
          "khách quen",
          "gọi trước khi đến; nhà trong hẻm",
          "đổi hàng 1 lần\nđã xin lỗi",
          "hỏi giá sỉ");
  private static final List<String> PRODUCTS =
      List.of(
          "Máy xay sinh tố",
          "Nồi cơm điện",
          "Máy lọc không khí",
          "Sữa tươi",
          "Dầu gội",
          "Nước giặt");

  private FactWriter() {}

  /** Fills all columns but name and phone. */
  static void write(Source source, Person person, Damage damage, Row row) {
    Draw draw = row.draw();
    DateTimeFormatter dates = DateTimeFormatter.ofPattern(source.dates(), Locale.ROOT);
    birth(person, dates, row);
    if (!draw.chance(0.08)) {
      boolean female = person.female() != draw.chance(0.005);
      row.put(Field.GENDER, SEXES.get(source.number() % 4).get(female ? 0 : 1));
    }
    if (!damage.noEmail()) {
      row.put(Field.EMAIL, email(person, draw));
    }
    if (!damage.noNationalId()) {
      row.put(Field.NATIONAL_ID, nationalId(person, row));
    }
    address(source, person, row);
    row.put(Field.REGISTERED, row.day().format(dates));
    row.put(Field.OCCUPATION, draw.pick(JOBS));
    row.put(Field.POINTS, String.valueOf(draw.below(5000)));
    row.put(Field.STORE, "CH" + draw.between(1, 60));
    row.put(Field.PRODUCT, draw.pick(PRODUCTS));
    row.put(Field.NOTE, draw.chance(0.4) ? draw.pick(NOTES) : "");
  }

  private static void birth(Person person, DateTimeFormatter dates, Row row) {
    Draw draw = row.draw();
    double luck = draw.unit();
    LocalDate born = person.born();
    if (luck < 0.12) {
      return;
    }
    if (luck < 0.14) {
      born = born.withDayOfYear(1);
    } else if (luck < 0.155 && born.getDayOfMonth() <= 12) {
      born = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    } else if (luck < 0.17) {
      born = born.plusYears(draw.chance(0.5) ? 1 : -1);
    }
    row.put(Field.BIRTH_DATE, born.format(dates));
    row.put(Field.BIRTH_YEAR, String.valueOf(born.getYear()));
  }

  private static String email(Person person, Draw draw) {
    String email = draw.chance(0.15) ? person.oldEmail() : person.email();
    if (draw.chance(0.02)) {
      email =
          Typos.one(email.substring(0, email.indexOf('@')), draw)
              + email.substring(email.indexOf('@'));
    }
    return draw.chance(0.05) ? email.toUpperCase(Locale.ROOT) : email;
  }

  private static String nationalId(Person person, Row row) {
    boolean citizen = row.day().getYear() >= 2021 || person.born().getYear() >= 2000;
    String id = citizen ? person.citizenId() : person.cardId();
    return row.draw().chance(0.01) ? Typos.digit(id, row.draw()) : id;
  }

  private static void address(Source source, Person person, Row row) {
    Draw draw = row.draw();
    Address address = row.day().getYear() < 2021 ? person.oldAddress() : person.address();
    boolean merged = !row.day().isBefore(PROVINCES_MERGED);
    String province = merged ? address.newProvince() : address.province();
    String district = merged ? "" : address.district();
    if (draw.chance(0.1)) {
      return;
    }
    row.put(Field.STREET, text(address.street(), source));
    row.put(Field.WARD, text(address.ward(), source));
    row.put(Field.DISTRICT, text(district, source));
    row.put(Field.PROVINCE, text(province, source));
    String area = district.isEmpty() ? "" : ", " + district;
    String whole = address.street() + ", " + address.ward() + area + ", " + province;
    row.put(Field.ADDRESS, text(whole, source));
  }

  private static String text(String text, Source source) {
    return source.styled("STRIPPED") ? Marks.strip(text) : text;
  }
}
