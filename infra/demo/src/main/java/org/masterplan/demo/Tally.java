package org.masterplan.demo;

import java.util.EnumMap;
import java.util.Map;

/** Counts what was really written. */
final class Tally {
  private final Map<Rate, Long> counts = new EnumMap<>(Rate.class);
  private long records;
  private long phones;

  void count(Source source, Person person, Damage damage, Row row) {
    records++;
    boolean phone = !row.get(Field.PHONE).isEmpty();
    phones += phone ? 1 : 0;
    add(Rate.NO_PHONE, !source.has(Field.PHONE) || !phone);
    add(Rate.NO_EMAIL, !source.has(Field.EMAIL) || row.get(Field.EMAIL).isEmpty());
    add(
        Rate.NO_NATIONAL_ID,
        !source.has(Field.NATIONAL_ID) || row.get(Field.NATIONAL_ID).isEmpty());
    String name =
        row.get(Field.FULL_NAME)
            + row.get(Field.SURNAME)
            + row.get(Field.MIDDLE)
            + row.get(Field.GIVEN);
    add(Rate.NO_MARKS, !name.isEmpty() && name.equals(Marks.strip(name)));
    add(
        Rate.MIDDLE_DROPPED,
        !name.isEmpty() && damage.middleDropped() && !person.name().middle().isEmpty());
    add(Rate.REORDERED, !name.isEmpty() && damage.reordered());
    add(Rate.PHONE_CHANGED, phone && damage.phoneChanged());
    add(Rate.HOUSEHOLD_PHONE, phone && damage.householdPhone());
  }

  private void add(Rate rate, boolean happened) {
    counts.merge(rate, happened ? 1L : 0L, Long::sum);
  }

  long records() {
    return records;
  }

  double share(Rate rate) {
    long of = rate.ofPhones() ? phones : records;
    return of == 0 ? 0 : (double) counts.getOrDefault(rate, 0L) / of;
  }
}
