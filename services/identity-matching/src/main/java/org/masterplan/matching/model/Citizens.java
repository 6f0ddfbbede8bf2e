package org.masterplan.matching.model;

import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/**
 * What citizen numbers (CCCD) say: who is another, and in what year and as what sex their holders
 * were born, beside what records say of that.
 */
public final class Citizens {
  private static final String CCCD = "CCCD";

  /** Stands for a number of several readings. */
  private static final int READINGS = 1;

  private final Table table;
  private final int id;

  /** Of valid CCCD a number that differs where they do, {@link #READINGS} of several readings. */
  private final Facts numbers;

  private final Facts idYear;
  private final Facts idSex;
  private final Facts birthYear;
  private final Facts sex;

  /** Of the values that the table has now, found once; later ones are asked each time. */
  public Citizens(Table table) {
    this.table = table;
    this.id = table.columnOf(Kind.ID);
    this.numbers = new Facts(table, id, Citizens::number);
    this.idYear = new Facts(table, id, Citizens::year);
    this.idSex = new Facts(table, id, Citizens::sex);
    this.birthYear = new Facts(table, table.columnOf(Kind.BIRTH), Citizens::year);
    this.sex = new Facts(table, table.columnOf(Kind.GENDER), Citizens::sex);
  }

  /** Whether the record has a valid citizen number. */
  public boolean known(int record) {
    return numbers.of(record) != 0;
  }

  /**
   * Whether its citizen number may be the record's own: it has one, and its birth year and sex do
   * not contradict it. A relative's number that was entered for somebody does.
   */
  public boolean own(int record) {
    return known(record)
        && !differ(idYear.of(record), birthYear.of(record))
        && !differ(idSex.of(record), sex.of(record));
  }

  boolean different(int left, int right) {
    int one = numbers.of(left);
    int other = numbers.of(right);
    return one != 0
        && other != 0
        && (one != other && one != READINGS && other != READINGS
            || !table.value(id, left).meets(table.value(id, right)));
  }

  /** An id that contradicts its own record proves nothing about another. */
  boolean againstBirthYear(int holder, int other) {
    return known(holder)
        && differ(idYear.of(holder), birthYear.of(other))
        && !differ(idYear.of(holder), birthYear.of(holder))
        && !sameId(holder, other);
  }

  boolean againstSex(int holder, int other) {
    return known(holder)
        && differ(idSex.of(holder), sex.of(other))
        && !differ(idSex.of(holder), sex.of(holder))
        && !sameId(holder, other);
  }

  private boolean sameId(int left, int right) {
    var a = table.value(id, left);
    return !a.canonical().isEmpty() && a.meets(table.value(id, right));
  }

  private static int number(Value value) {
    if (!value.piece().equals(CCCD) || value.validity() != Validity.VALID) {
      return 0;
    }
    return value.others().isEmpty() ? value.canonical().hashCode() | READINGS << 1 : READINGS;
  }

  /** Of a date that cannot be, the year is as likely the slip as the rest: it forbids nothing. */
  private static int year(Value value) {
    var known = value.ymd();
    boolean tells = known.length() >= 4 && value.validity() == Validity.VALID;
    return tells ? known.substring(0, 4).hashCode() : 0;
  }

  private static int sex(Value value) {
    return value.sex().equals("m") || value.sex().equals("f") ? value.sex().charAt(0) : 0;
  }

  private static boolean differ(int a, int b) {
    return a != 0 && b != 0 && a != b;
  }
}
