package org.masterplan.demo;

import java.time.LocalDate;
import java.util.List;

/** Writes a telephone number as it is found in customer databases. */
final class PhoneWriter {
  static final LocalDate MOBILE_RENUMBERED = LocalDate.of(2018, 9, 15);
  static final LocalDate LANDLINE_RENUMBERED = LocalDate.of(2017, 6, 17);

  private static final List<String> PLACEHOLDERS =
      List.of("0900000000", "0000000000", "0123456789", "0999999999");

  private final Numbers numbers;

  PhoneWriter(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Fills the phone column of a record. */
  void write(Source source, Person person, Damage damage, Row row) {
    Draw draw = row.draw();
    if (damage.noPhone()) {
      return;
    }
    if (draw.chance(0.005)) {
      row.put(Field.PHONE, draw.pick(PLACEHOLDERS));
      return;
    }
    String number = number(person, damage, row);
    String typed = draw.chance(0.01) ? Typos.digit(number, draw) : number;
    String written = style(typed, draw.chance(0.15) ? draw.below(7) : source.number() % 7);
    row.put(Field.PHONE, spoiled(written, typed, person, draw));
  }

  private String number(Person person, Damage damage, Row row) {
    if (damage.householdPhone()) {
      String home = person.homePhone();
      LocalDate change = home.startsWith("02") ? LANDLINE_RENUMBERED : MOBILE_RENUMBERED;
      return row.day().isBefore(change) ? numbers.before(home) : home;
    }
    if (!damage.phoneChanged()) {
      return person.phone();
    }
    boolean old = row.day().isBefore(MOBILE_RENUMBERED);
    return old && numbers.wasRenumbered(person.phone())
        ? numbers.before(person.phone())
        : person.oldPhone();
  }

  private static String style(String number, int style) {
    String tail = number.substring(1);
    int end = number.length();
    String spaced =
        number.substring(0, end - 6)
            + " "
            + number.substring(end - 6, end - 3)
            + " "
            + number.substring(end - 3);
    return switch (style) {
      case 1 -> "+84" + tail;
      case 2 -> spaced;
      case 3 -> spaced.replace(' ', '.');
      case 4 -> "84" + tail;
      case 5 -> "(+84) " + tail;
      default -> number;
    };
  }

  private static String spoiled(String written, String number, Person person, Draw draw) {
    double luck = draw.unit();
    if (luck < 0.007) {
      return written + "/" + person.oldPhone();
    }
    if (luck < 0.010) {
      return written + " (" + person.name().given() + ")";
    }
    if (luck < 0.020) {
      return number.substring(1) + ".0";
    }
    return luck < 0.045 ? number.substring(1) : written;
  }
}
