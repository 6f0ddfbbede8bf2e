package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/** What no weight may overrule: vetoes, and the need of a witness beside name and birth year. */
final class Guards {
  /** Level of a birth date of which only the year was compared. */
  private static final int YEAR_ONLY = 3;

  private static final String CCCD = "CCCD";

  private final Table table;
  private final int id;
  private final int birth;
  private final int gender;

  /** Which ids known so far are valid CCCD, by code. */
  private final boolean[] citizens;

  private final int[] witnesses;
  private final List<Veto> vetoes =
      List.of(
          new Veto("two different CCCD", this::differentIds),
          new Veto("CCCD against birth year", eitherWay(this::againstBirthYear)),
          new Veto("CCCD against sex", eitherWay(this::againstSex)));

  private record Veto(String reason, BiPredicate<Integer, Integer> stands) {}

  Guards(Table table) {
    this.table = table;
    this.id = table.columnOf(Kind.ID);
    this.birth = table.columnOf(Kind.BIRTH);
    this.gender = table.columnOf(Kind.GENDER);
    this.citizens = new boolean[id < 0 ? 0 : table.columns().get(id).distinct()];
    for (int code = 1; code < citizens.length; code++) {
      citizens[code] = cccd(table.columns().get(id).value(code));
    }
    this.witnesses = new int[table.columns().size()];
    Arrays.setAll(witnesses, this::witnesses);
  }

  Optional<String> veto(int left, int right) {
    if (id >= 0 && (cccd(left) || cccd(right))) {
      for (var veto : vetoes) {
        if (veto.stands().test(left, right)) {
          return Optional.of(veto.reason());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether anything beside the name and a bare birth year speaks for the pair. */
  boolean witnessed(long pattern) {
    for (int f = 0; f < witnesses.length; f++) {
      if ((witnesses[f] >> Comparer.level(pattern, f) & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The levels of a feature that speak for a pair, one bit each. */
  private int witnesses(int f) {
    var feature = table.columns().get(f).feature();
    int levels = 0;
    for (int level = 1; level < worst(f); level++) {
      boolean bareYear = feature.kind() == Kind.BIRTH && level >= YEAR_ONLY && level != 4;
      boolean tells = feature.role() != Role.NAME && feature.role() != Role.GENDER && !bareYear;
      levels |= tells ? 1 << level : 0;
    }
    return levels;
  }

  private int worst(int feature) {
    var kind = table.columns().get(feature).feature().kind();
    return org.masterplan.matching.compare.Levels.of(kind).names().size();
  }

  private boolean cccd(int record) {
    int code = table.code(id, record);
    return code < citizens.length ? citizens[code] : cccd(table.columns().get(id).value(code));
  }

  private static boolean cccd(Value value) {
    return value.piece().equals(CCCD) && value.validity() == Validity.VALID;
  }

  private boolean differentIds(int left, int right) {
    return cccd(left) && cccd(right) && !table.value(id, left).meets(table.value(id, right));
  }

  private static BiPredicate<Integer, Integer> eitherWay(BiPredicate<Integer, Integer> rule) {
    return (left, right) -> rule.test(left, right) || rule.test(right, left);
  }

  /** An id that contradicts its own record proves nothing about another. */
  private boolean againstBirthYear(int holder, int other) {
    return cccd(holder)
        && !sameId(holder, other)
        && differ(year(id, holder), year(birth, other))
        && !differ(year(id, holder), year(birth, holder));
  }

  private boolean againstSex(int holder, int other) {
    return cccd(holder)
        && !sameId(holder, other)
        && differ(sex(id, holder), sex(gender, other))
        && !differ(sex(id, holder), sex(gender, holder));
  }

  private boolean sameId(int left, int right) {
    var a = table.value(id, left);
    return !a.canonical().isEmpty() && a.meets(table.value(id, right));
  }

  private String year(int column, int record) {
    var known = table.value(column, record).ymd();
    return known.length() < 4 ? "" : known.substring(0, 4);
  }

  private String sex(int column, int record) {
    var known = table.value(column, record).sex();
    return known.equals("m") || known.equals("f") ? known : "";
  }

  private static boolean differ(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }
}
