package org.masterplan.demo;

import java.time.LocalDate;

/** Makes a person's record in a database, the same each time it is asked for. */
final class RecordWriter {
  private final long seed;
  private final LocalDate now;
  private final Databases databases;
  private final DamagePlan plan;
  private final PhoneWriter phones;
  private final Tally tally;

  RecordWriter(Options options, Databases databases, Numbers numbers, Tally tally) {
    this.seed = options.seed();
    this.now = options.now();
    this.databases = databases;
    this.plan = new DamagePlan(databases.sources());
    this.phones = new PhoneWriter(numbers);
    this.tally = tally;
  }

  Row record(Source source, Person person, int copy) {
    Draw draw = Draw.of(seed, "row" + copy, person.index(), source.number());
    Damage damage = plan.of(source, person, draw);
    Row row = new Row(draw, day(source, damage, draw));
    row.put(Field.ID, databases.record(source, person.index(), copy));
    row.put(Field.HANDLE, Handles.of(source.id(), person.index(), person.name()));
    NameWriter.write(source, person, damage, row);
    phones.write(source, person, damage, row);
    FactWriter.write(source, person, damage, row);
    tally.count(source, person, damage, row);
    return row;
  }

  private LocalDate day(Source source, Damage damage, Draw draw) {
    LocalDate first = LocalDate.of(source.from(), 1, 1);
    LocalDate last = LocalDate.of(source.to(), 12, 31);
    last = last.isAfter(now) ? now : last;
    boolean old = damage.phoneChanged() && first.isBefore(PhoneWriter.MOBILE_RENUMBERED);
    LocalDate end = old && draw.chance(0.6) ? PhoneWriter.MOBILE_RENUMBERED : last;
    return first.plusDays(draw.below((int) (end.toEpochDay() - first.toEpochDay())));
  }
}
