package org.masterplan.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a name as a clerk, a form or an old system would. */
final class NameWriter {
  /** Regional forms of one surname. */
  private static final Map<String, String> REGIONAL =
      Map.of("Hoàng", "Huỳnh", "Huỳnh", "Hoàng", "Vũ", "Võ", "Võ", "Vũ");

  private static final double BLANK = 0.004;

  private NameWriter() {}

  /** Fills the name columns of a record. */
  static void write(Source source, Person person, Damage damage, Row row) {
    Draw draw = row.draw();
    if (draw.chance(BLANK)) {
      return;
    }
    Name name = variant(person.name(), damage, draw);
    if (source.has(Field.FULL_NAME)) {
      row.put(Field.FULL_NAME, finish(full(name, damage, draw, person), source, damage, draw));
      return;
    }
    boolean middleColumn = source.has(Field.MIDDLE);
    String first = damage.reordered() ? name.surname() : name.given();
    String last = damage.reordered() ? name.given() : name.surname();
    row.put(Field.SURNAME, finish(last, source, damage, draw));
    String middle = name.middle();
    if (middleColumn && !middle.isEmpty()) {
      row.put(Field.MIDDLE, finish(middle, source, damage, draw));
    }
    String given = middleColumn || middle.isEmpty() ? first : middle + " " + first;
    row.put(Field.GIVEN, finish(given, source, damage, draw));
  }

  private static Name variant(Name name, Damage damage, Draw draw) {
    String surname = name.surname();
    if (draw.chance(0.02)) {
      surname = REGIONAL.getOrDefault(surname, surname);
    }
    String middle = damage.middleDropped() ? "" : name.middle();
    if (!middle.isEmpty() && draw.chance(0.015)) {
      middle = middle.charAt(0) + ".";
    }
    String given = draw.chance(0.01) ? name.given().replace('y', 'i') : name.given();
    return new Name(surname, middle, given);
  }

  private static String full(Name name, Damage damage, Draw draw, Person person) {
    String middle = name.middle().isEmpty() ? "" : " " + name.middle();
    String written = name.full();
    if (damage.reordered()) {
      written =
          draw.chance(0.6)
              ? name.given() + " " + name.surname() + middle
              : (middle + " " + name.given() + " " + name.surname()).strip();
    }
    if (draw.chance(0.02)) {
      List<String> titles =
          person.female() ? List.of("Chị ", "Cô ", "Ms ") : List.of("Anh ", "Mr ", "A. ");
      written = draw.pick(titles) + written;
    }
    return written;
  }

  private static String finish(String text, Source source, Damage damage, Draw draw) {
    String out = draw.chance(0.02) ? Typos.one(text, draw) : text;
    if (damage.noMarks()) {
      out = Marks.strip(out);
    } else if (draw.chance(0.004)) {
      out = Marks.lose(out);
    }
    if (source.styled("OLD_TONES")) {
      out = Marks.oldTones(out);
    }
    if (source.styled("UPPER") || draw.chance(0.02)) {
      out = out.toUpperCase(Locale.ROOT);
    } else if (draw.chance(0.02)) {
      out = out.toLowerCase(Locale.ROOT);
    }
    return source.styled("NFD") ? Marks.decompose(out) : out;
  }
}
