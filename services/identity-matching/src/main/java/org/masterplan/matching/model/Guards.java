package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.matching.compare.Comparer;
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

  /** Level of names that are no spellings of one. */
  private static final int ANOTHER_NAME = 7;

  /** Bits: four times as probable for one person as for two. */
  private static final double WITNESS = 2;

  private static final String CCCD = "CCCD";

  private final Table table;
  private final int id;
  private final int given;
  private final int surname;

  /** Which ids are valid CCCD. */
  private final Facts citizens;

  private final Facts idYear;
  private final Facts idSex;
  private final Facts birthYear;
  private final Facts sex;

  private final int[] witnesses;
  private final List<Veto> vetoes =
      List.of(
          new Veto("two different CCCD", this::differentIds),
          new Veto("CCCD against birth year", eitherWay(this::againstBirthYear)),
          new Veto("CCCD against sex", eitherWay(this::againstSex)));

  private record Veto(String reason, Rule rule) {}

  /** What forbids that two records are one person. */
  private interface Rule {
    boolean stands(int left, int right);
  }

  Guards(Table table) {
    this.table = table;
    this.id = table.columnOf(Kind.ID);
    this.given = table.columnOf(Kind.GIVEN);
    this.surname = table.columnOf(Kind.SURNAME);
    this.citizens = new Facts(table, id, value -> cccd(value) ? 1 : 0);
    this.idYear = new Facts(table, id, Guards::year);
    this.idSex = new Facts(table, id, Guards::sex);
    this.birthYear = new Facts(table, table.columnOf(Kind.BIRTH), Guards::year);
    this.sex = new Facts(table, table.columnOf(Kind.GENDER), Guards::sex);
    this.witnesses = new int[table.columns().size()];
    Arrays.setAll(witnesses, this::witnesses);
  }

  Optional<String> veto(int left, int right) {
    if (id >= 0 && (cccd(left) || cccd(right))) {
      for (var veto : vetoes) {
        if (veto.rule().stands(left, right)) {
          return Optional.of(veto.reason());
        }
      }
    }
    return Optional.empty();
  }

  /** Why the pair is left to a person however much it weighs, if so; parts by feature. */
  Optional<String> doubt(long pattern, double[] parts) {
    if (!witnessed(pattern, parts)) {
      return Optional.of("nothing but name and year agree");
    }
    return relatives(pattern)
        ? Optional.of("another given name, as in a family")
        : Optional.empty();
  }

  /** Whether what speaks for the pair beside the name and a bare birth year is a witness. */
  private boolean witnessed(long pattern, double[] parts) {
    double bits = 0;
    for (int f = 0; f < parts.length; f++) {
      if ((witnesses[f] >> Comparer.level(pattern, f) & 1) != 0) {
        bits += Math.max(0, parts[f]);
      }
    }
    return bits >= WITNESS;
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
    return org.masterplan.matching.compare.Levels.of(kind).names().size();
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
      if (own && level > 0 && level <= (kind == Kind.ID ? 3 : 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean cccd(int record) {
    return citizens.of(record) != 0;
  }

  private static boolean cccd(Value value) {
    return value.piece().equals(CCCD) && value.validity() == Validity.VALID;
  }

  private boolean differentIds(int left, int right) {
    return cccd(left) && cccd(right) && !table.value(id, left).meets(table.value(id, right));
  }

  private static Rule eitherWay(Rule rule) {
    return (left, right) -> rule.stands(left, right) || rule.stands(right, left);
  }

  /** An id that contradicts its own record proves nothing about another. */
  private boolean againstBirthYear(int holder, int other) {
    return cccd(holder)
        && differ(idYear.of(holder), birthYear.of(other))
        && !differ(idYear.of(holder), birthYear.of(holder))
        && !sameId(holder, other);
  }

  private boolean againstSex(int holder, int other) {
    return cccd(holder)
        && differ(idSex.of(holder), sex.of(other))
        && !differ(idSex.of(holder), sex.of(holder))
        && !sameId(holder, other);
  }

  private boolean sameId(int left, int right) {
    var a = table.value(id, left);
    return !a.canonical().isEmpty() && a.meets(table.value(id, right));
  }

  private static int year(Value value) {
    var known = value.ymd();
    return known.length() < 4 ? 0 : known.substring(0, 4).hashCode();
  }

  private static int sex(Value value) {
    return value.sex().equals("m") || value.sex().equals("f") ? value.sex().charAt(0) : 0;
  }

  private static boolean differ(int a, int b) {
    return a != 0 && b != 0 && a != b;
  }
}
