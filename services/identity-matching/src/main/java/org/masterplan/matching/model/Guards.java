package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Levels;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/** What no weight may overrule: vetoes, and what is left to a person. */
final class Guards {
  /** Level of a birth date of which only the year was compared. */
  private static final int YEAR_ONLY = 3;

  private static final int TWO_SLIPS = 4;

  /** Level of birth dates that differ in more than slips explain. */
  private static final int DATES_DIFFER = 6;

  /** The worst level of telephones that may be one. */
  private static final int ONE_EDIT = 3;

  private static final Doubt NAMESAKES = new Doubt(Objection.NAMESAKES, Scorer.UNWITNESSED);
  private static final Doubt RELATIVES = new Doubt(Objection.RELATIVES, Scorer.UNWITNESSED);

  /** Bits: no doubt leaves a pair less, as much against as one pair can say at all. */
  static final double LEAST_DOUBT = -12;

  private static final Doubt CONTRADICTED = new Doubt(Objection.TWO_BIRTHS, LEAST_DOUBT);

  /** Level of names that are no spellings of one. */
  private static final int ANOTHER_NAME = 7;

  /** Bits: four times as probable for one person as for two. */
  private static final double WITNESS = 2;

  /** The worst level of e-mails that may be one mailbox. */
  private static final int SAME_MAILBOX = 2;

  /** The worst level of ids and handles that may be one. */
  private static final int ONE_SLIP = 3;

  private final Table table;
  private final int birth;
  private final int phone;
  private final int given;
  private final int surname;

  private final Citizens citizens;

  /** Levels that may speak for a pair beside the name and a bare birth year. */
  private final int[] witnesses;

  /** The same without what a household shares. */
  private final int[] household;

  private final List<Veto> vetoes;

  private record Veto(Objection reason, Rule rule) {}

  /** What forbids that two records are one person. */
  private interface Rule {
    boolean stands(int left, int right);
  }

  Guards(Table table) {
    this.table = table;
    this.birth = table.columnOf(Kind.BIRTH);
    this.phone = table.columnOf(Kind.PHONE);
    this.given = table.columnOf(Kind.GIVEN);
    this.surname = table.columnOf(Kind.SURNAME);
    this.citizens = new Citizens(table);
    this.vetoes =
        List.of(
            new Veto(Objection.TWO_IDS, citizens::different),
            new Veto(Objection.ID_AGAINST_YEAR, eitherWay(citizens::againstBirthYear)),
            new Veto(Objection.ID_AGAINST_SEX, eitherWay(citizens::againstSex)));
    this.witnesses = new int[table.columns().size()];
    Arrays.setAll(witnesses, this::witnesses);
    this.household = witnesses.clone();
    for (int f = 0; f < household.length; f++) {
      var feature = table.columns().get(f).feature();
      boolean shared = feature.kind() == Kind.PHONE || feature.role() == Role.PLACE;
      household[f] = shared ? 0 : witnesses[f];
    }
  }

  Optional<String> veto(int left, int right) {
    if (citizens.known(left) || citizens.known(right)) {
      for (var veto : vetoes) {
        if (veto.rule().stands(left, right)) {
          return Optional.of(veto.reason().words());
        }
      }
    }
    return Optional.empty();
  }

  /** Why the pair may not weigh all that it does, if so; parts by feature. */
  Optional<Doubt> doubt(long pattern, int left, int right, double[] parts) {
    if (bornApart(pattern, left, right) && bits(pattern, parts, household) < WITNESS) {
      return Optional.of(CONTRADICTED);
    }
    if (bits(pattern, parts, witnesses) < WITNESS) {
      return Optional.of(NAMESAKES);
    }
    return relatives(pattern) ? Optional.of(RELATIVES) : Optional.empty();
  }

  /**
   * Two whole birth dates, neither of which can be a slip of the other, at one telephone: father
   * and son of one name, whose number and address are then a household's and no witnesses. Without
   * the number a date is evidence like any other: some files are full of wrong ones.
   */
  private boolean bornApart(long pattern, int left, int right) {
    return birth >= 0
        && phone >= 0
        && Comparer.level(pattern, birth) == DATES_DIFFER
        && Comparer.level(pattern, phone) > 0
        && Comparer.level(pattern, phone) <= ONE_EDIT
        && wholeDate(table.value(birth, left))
        && wholeDate(table.value(birth, right));
  }

  /** Many who know no more than a year write the first of January. */
  private static boolean wholeDate(Value value) {
    return value.validity() == Validity.VALID
        && value.ymd().length() == 8
        && !value.ymd().endsWith("0101");
  }

  /** What speaks for the pair at those levels; each feature's, one bit a level. */
  private static double bits(long pattern, double[] parts, int[] levels) {
    double bits = 0;
    for (int f = 0; f < levels.length; f++) {
      if ((levels[f] >> Comparer.level(pattern, f) & 1) != 0) {
        bits += Math.max(0, parts[f]);
      }
    }
    return bits;
  }

  /** The levels of a feature that may speak for a pair, one bit each. */
  private int witnesses(int f) {
    var feature = table.columns().get(f).feature();
    int levels = 0;
    for (int level = 1; level < worst(f); level++) {
      boolean bareYear = feature.kind() == Kind.BIRTH && level >= YEAR_ONLY && level != TWO_SLIPS;
      boolean tells = feature.role() != Role.NAME && feature.role() != Role.GENDER && !bareYear;
      levels |= tells ? 1 << level : 0;
    }
    return levels;
  }

  private int worst(int feature) {
    var kind = table.columns().get(feature).feature().kind();
    return Levels.of(kind).names().size();
  }

  /**
   * Twins and households share all but their given names; only what one person alone has says that
   * two given names are one person's.
   */
  private boolean relatives(long pattern) {
    return given >= 0
        && surname >= 0
        && Comparer.level(pattern, given) == ANOTHER_NAME
        && Comparer.level(pattern, surname) <= 2
        && !sameOwner(pattern);
  }

  private boolean sameOwner(long pattern) {
    for (int f = 0; f < table.columns().size(); f++) {
      int level = Comparer.level(pattern, f);
      var kind = table.columns().get(f).feature().kind();
      boolean own = kind == Kind.ID || kind == Kind.EMAIL || kind == Kind.CODE;
      if (own && level > 0 && level <= (kind == Kind.EMAIL ? SAME_MAILBOX : ONE_SLIP)) {
        return true;
      }
    }
    return false;
  }

  private static Rule eitherWay(Rule rule) {
    return (left, right) -> rule.stands(left, right) || rule.stands(right, left);
  }
}
