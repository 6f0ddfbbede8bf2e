package org.masterplan.matching.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;

/** What all comparers of a table know of its values, by column and code; shared by threads. */
final class Marks {
  private static final int MANY = 1 << 13;

  private final Table table;
  private final List<long[]> marks;

  /** Columns whose marks are more than a processor holds near. */
  private final int[] many;

  private final List<byte[]> alone = new ArrayList<>();
  private final int given;
  private final int surname;
  private final int middle;

  private Marks(Table table, List<long[]> marks) {
    this.table = table;
    this.marks = marks;
    this.many = IntStream.range(0, marks.size()).filter(c -> marks.get(c).length > MANY).toArray();
    table.columns().forEach(column -> alone.add(LevelCache.alone(column)));
    given = table.columnOf(Kind.GIVEN);
    surname = table.columnOf(Kind.SURNAME);
    middle = table.columnOf(Kind.MIDDLE);
  }

  /** None: each pair of values is looked at. */
  static Marks none(Table table) {
    return new Marks(table, table.columns().stream().map(column -> new long[0]).toList());
  }

  /** Of all values that the table has now, made by so many threads. */
  static Marks of(Table table, int threads) {
    return new Marks(table, table.columns().stream().map(each -> marked(each, threads)).toList());
  }

  private static long[] marked(FeatureColumn column, int threads) {
    var levels = Levels.of(column.feature().kind());
    var marks = new long[column.distinct()];
    Ranges.run(
        marks.length - 1,
        threads,
        (from, to) -> {
          for (int code = from + 1; code <= to; code++) {
            marks[code] = levels.mark(column.value(code));
          }
        });
    return marks;
  }

  /** As {@link Table#fetch}, of the marks of a record's values. */
  long fetch(int record) {
    long fetched = 0;
    for (int column : many) {
      var of = marks.get(column);
      int code = table.code(column, record);
      fetched ^= code < of.length ? of[code] : 0;
    }
    return fetched;
  }

  LevelCache cache(int column) {
    return new LevelCache(table.columns().get(column), marks.get(column), alone.get(column));
  }

  /**
   * Whether two records' names surely are neither in each other's place nor made of the same words,
   * by the letters that each lacks; to be asked of tables that have both names.
   */
  boolean otherWords(int[] left, int[] right) {
    if (!marked(left) || !marked(right)) {
      return false;
    }
    boolean turned =
        LetterSets.edits(mark(given, left), mark(surname, right)) <= 1
            && LetterSets.edits(mark(surname, left), mark(given, right)) <= 1;
    long all = letters(left);
    long others = letters(right);
    return !turned && LetterSets.lacking(all, others) > 0 && LetterSets.lacking(others, all) > 0;
  }

  private boolean marked(int[] codes) {
    return mark(given, codes) != 0
        && mark(surname, codes) != 0
        && (middle < 0 || codes[middle] == 0 || mark(middle, codes) != 0);
  }

  private long letters(int[] codes) {
    long names = mark(given, codes) | mark(surname, codes);
    return LetterSets.letters(names | (middle < 0 ? 0 : mark(middle, codes)));
  }

  private long mark(int column, int[] codes) {
    var of = marks.get(column);
    return codes[column] < of.length ? of[codes[column]] : 0;
  }
}
