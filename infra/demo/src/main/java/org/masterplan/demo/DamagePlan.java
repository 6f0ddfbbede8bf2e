package org.masterplan.demo;

import java.util.List;
import java.util.function.Predicate;

/**
 * Decides what goes wrong in a record, so that over all records the shares of {@link Rate} come
 * out: what a database lacks by its columns or does to all its names is counted against the share.
 */
final class DamagePlan {
  /** Share of people whose household's phone is not their own. */
  private static final double SHARED_HOMES = 0.49;

  private final double noPhone;
  private final double noEmail;
  private final double noNationalId;
  private final double noMarks;

  DamagePlan(List<Source> sources) {
    noPhone = rest(Rate.NO_PHONE, sources, s -> !s.has(Field.PHONE));
    noEmail = rest(Rate.NO_EMAIL, sources, s -> !s.has(Field.EMAIL));
    noNationalId = rest(Rate.NO_NATIONAL_ID, sources, s -> !s.has(Field.NATIONAL_ID));
    noMarks = rest(Rate.NO_MARKS, sources, s -> s.styled("STRIPPED"));
  }

  private static double rest(Rate rate, List<Source> sources, Predicate<Source> whole) {
    double all = sources.stream().mapToDouble(Source::weight).sum();
    double sure = sources.stream().filter(whole).mapToDouble(Source::weight).sum() / all;
    return Math.max(0, (rate.wanted() - sure) / (1 - sure));
  }

  Damage of(Source source, Person person, Draw draw) {
    double household = Rate.HOUSEHOLD_PHONE.wanted() / SHARED_HOMES;
    boolean householdPhone = draw.chance(household) && person.sharesHomePhone();
    double changed = Rate.PHONE_CHANGED.wanted() / (1 - Rate.HOUSEHOLD_PHONE.wanted());
    return new Damage(
        draw.chance(noPhone) || !source.has(Field.PHONE),
        draw.chance(noEmail) || !source.has(Field.EMAIL),
        draw.chance(noNationalId) || !source.has(Field.NATIONAL_ID),
        draw.chance(noMarks) || source.styled("STRIPPED"),
        draw.chance(Rate.MIDDLE_DROPPED.wanted()),
        draw.chance(Rate.REORDERED.wanted()),
        draw.chance(changed) && !householdPhone,
        householdPhone);
  }
}
