package org.masterplan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The true persons, made one at a time from their number. Every three numbers are a family that may
 * live together: a head, a partner and a child or sibling. Planted: twins (one family in 97 has its
 * second and third person born on the same day with one surname) and namesakes with the same birth
 * date (one head in 211 copies the head before).
 */
final class People {
  static final int TWINS_EVERY = 97;
  static final int NAMESAKES_EVERY = 211;

  private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST_BIRTH = LocalDate.of(2008, 12, 31);
  private static final List<String> DOMAINS =
      List.of(
          "thudientu.example", "hopthu.example", "mail.example", "buudien.example", "net.example");

  /** What a family member's surname, sex and age depend on. */
  private record Core(Name name, boolean female, LocalDate born) {}

  private final long seed;
  private final NameTables names = new NameTables();
  private final Places places = new Places();
  private final Segments segments = new Segments();
  private final Numbers numbers;
  private final Shuffle mailNumbers;

  People(long seed, long count) {
    this.seed = seed;
    this.numbers = new Numbers(seed, count);
    this.mailNumbers = Shuffle.of(seed, "mail", 0, 2 * count);
  }

  Numbers numbers() {
    return numbers;
  }

  static boolean twins(long family) {
    return family % TWINS_EVERY == 5;
  }

  static boolean namesake(long index) {
    return index % 3 == 0 && index / 3 % NAMESAKES_EVERY == 3;
  }

  Person at(long index) {
    long family = index / 3;
    Core core = core(index);
    boolean home = together(index);
    long head = home ? family * 3 : index;
    Draw draw = Draw.of(seed, "person", index, 1);
    Address address = places.address(Draw.of(seed, "address", head, 0));
    Address old = draw.chance(0.12) ? places.address(draw) : address;
    String phone = mobile(index);
    return new Person(
        index,
        core.name,
        core.female,
        core.born,
        head,
        !home || (index % 3 == 0 && !together(index + 1) && !together(index + 2)),
        address,
        old,
        segment(index, core),
        phone,
        numbers.mobile(index, 1, draw.chance(0.5)),
        homePhone(head, address),
        email(core, index, 0),
        email(core, index, 1),
        numbers.citizenId(index, core.born, core.female),
        numbers.cardId(index));
  }

  /** The person's name, without making the rest of the person. */
  Name name(long index) {
    return core(index).name;
  }

  /** The person's segment, without making the rest of the person. */
  String segment(long index) {
    return segment(index, core(index));
  }

  private String segment(long index, Core core) {
    return segments.of(core.born, core.female, Draw.of(seed, "segment", index, 0));
  }

  private String homePhone(long head, Address address) {
    if (Draw.of(seed, "landline", head, 0).chance(0.5)) {
      return numbers.landline(head / 3, address.province());
    }
    return mobile(head);
  }

  private String mobile(long index) {
    return numbers.mobile(index, 0, Draw.of(seed, "renumbered", index, 0).chance(0.5));
  }

  private boolean together(long index) {
    return switch ((int) (index % 3)) {
      case 0 -> true;
      case 1 -> twins(index / 3) || Draw.of(seed, "partner", index, 0).chance(0.6);
      default -> twins(index / 3) || Draw.of(seed, "child", index, 0).chance(0.5);
    };
  }

  private Core core(long index) {
    long place = index % 3;
    if (namesake(index) && index >= 3) {
      return core(index - 3);
    }
    Draw draw = Draw.of(seed, "core", index, 0);
    if (place == 0 || !together(index)) {
      String given = names.given(draw);
      boolean female = names.female(given, draw);
      return new Core(
          new Name(names.surname(draw), names.middle(draw, female), given), female, born(draw));
    }
    Core head = core(index - place);
    boolean twins = twins(index / 3);
    boolean partner = place == 1 && !twins;
    boolean female = partner ? !head.female : draw.chance(0.5);
    String surname = partner ? names.surname(draw) : head.name.surname();
    Name name = new Name(surname, names.middle(draw, female), names.given(draw, female));
    LocalDate twin = born(Draw.of(seed, "twins", index / 3, 0));
    return new Core(name, female, twins ? twin : near(head.born, partner ? 6 : 26, draw));
  }

  private static LocalDate born(Draw draw) {
    return FIRST_BIRTH.plusDays(
        draw.below((int) (LAST_BIRTH.toEpochDay() - FIRST_BIRTH.toEpochDay()) + 1));
  }

  private static LocalDate near(LocalDate other, int years, Draw draw) {
    int days = years * 365;
    LocalDate date =
        years > 10
            ? other.plusDays(days + draw.between(-1500, 1500))
            : other.plusDays(draw.between(-days, days));
    if (date.isAfter(LAST_BIRTH)) {
      date = other.minusDays(draw.between(400, 2500));
    }
    return date.isBefore(FIRST_BIRTH) ? FIRST_BIRTH.plusDays(draw.below(3000)) : date;
  }

  private String email(Core core, long index, int which) {
    Draw draw = Draw.of(seed, "email", index, which);
    String given = ascii(core.name.given());
    String surname = ascii(core.name.surname());
    long number = mailNumbers.at(2 * index + which);
    String local =
        switch (draw.below(4)) {
          case 0 -> given + "." + surname + number;
          case 1 -> surname + given + "_" + number;
          case 2 -> given + core.born.getYear() % 100 + "." + number;
          default -> ascii(core.name.full()) + number;
        };
    return local + "@" + draw.pick(DOMAINS);
  }

  static String ascii(String text) {
    return Marks.strip(text).replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
