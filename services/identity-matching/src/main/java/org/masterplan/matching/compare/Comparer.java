package org.masterplan.matching.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/**
 * Compares two records of a table: their levels in all features, three bits each, in one long.
 * Remembers recent answers per value pair; not for use by two threads at once.
 */
public final class Comparer {
  public static final int BITS = 3;
  public static final int MOST_FEATURES = Table.MOST_COMPARED;

  private final Table table;
  private final Marks marks;
  private final int features;
  private int left;
  private int right;
  private final int[] leftCodes;
  private final int[] rightCodes;
  private final LevelCache[] caches;
  private final int given;
  private final int surname;
  private final int middle;
  private final int email;
  private final int handle;

  /**
   * A comparer of the table's records.
   *
   * @throws InvalidFields where they have too many features
   */
  public Comparer(Table table) {
    this(table, Marks.none(table));
  }

  Comparer(Table table, Marks marks) {
    this.table = table;
    this.marks = marks;
    requireFit(table);
    features = table.columns().size();
    leftCodes = new int[features];
    rightCodes = new int[features];
    caches = new LevelCache[features];
    Arrays.setAll(caches, marks::cache);
    given = table.columnOf(Kind.GIVEN);
    surname = table.columnOf(Kind.SURNAME);
    middle = table.columnOf(Kind.MIDDLE);
    email = table.columnOf(Kind.EMAIL);
    handle = table.columnOf(Kind.CODE);
  }

  /**
   * Refuses a table of more features than a pattern holds.
   *
   * @throws InvalidFields naming how many there are
   */
  public static void requireFit(Table table) {
    int count = table.columns().size();
    if (count > MOST_FEATURES) {
      throw InvalidFields.of(
          "fields",
          "FEATURES_TOO_MANY",
          Map.of("value", String.valueOf(count), "expected", String.valueOf(MOST_FEATURES)));
    }
  }

  /** How many features a pattern holds. */
  public int features() {
    return features;
  }

  /** The level of one feature in a pattern; 0 = no evidence. */
  public static int level(long pattern, int feature) {
    return (int) (pattern >>> (feature * BITS)) & 7;
  }

  /** The same pattern with another level of one feature. */
  static long with(long pattern, int feature, int level) {
    return pattern & ~(7L << (feature * BITS)) | (long) level << (feature * BITS);
  }

  /** The levels of a pair of records. */
  public long pattern(int left, int right) {
    take(left, right);
    long pattern = 0;
    for (int c = 0; c < features; c++) {
      pattern |= (long) level(c) << (c * BITS);
    }
    return told(pattern);
  }

  /** What is told of pairs at a glance; to be used instead of this, not beside it. */
  public Glance glance() {
    return new Glance(this);
  }

  /** Fetches together what pairs will be asked of so many records. */
  long fetch(int[] records, int count) {
    long fetched = 0;
    for (int i = 0; i < count; i++) {
      fetched ^= table.fetch(records[i]);
    }
    for (int i = 0; i < count; i++) {
      fetched ^= marks.fetch(records[i]);
    }
    return fetched;
  }

  /** Takes up a pair. */
  void take(int one, int other) {
    left = one;
    right = other;
    table.codes(left, leftCodes);
    table.codes(right, rightCodes);
  }

  /** The level of a feature of the pair taken up, as its values alone give it. */
  int level(int feature) {
    return caches[feature].level(leftCodes[feature], rightCodes[feature]);
  }

  /** The same, as far as no values have to be fetched for it. */
  int glance(int feature) {
    return caches[feature].glance(leftCodes[feature], rightCodes[feature]);
  }

  /** Makes untold what {@link #told} may change for reasons of several features. */
  void untell(int[] levels) {
    if (given >= 0 && surname >= 0 && mayBeTurned(levels)) {
      levels[given] = Levels.UNTOLD;
      levels[surname] = Levels.UNTOLD;
      levels[Math.max(middle, given)] = Levels.UNTOLD;
    }
    if (email >= 0 && Math.abs(levels[email]) == EmailLevels.SIMILAR) {
      levels[email] = Glance.OR_NONE - EmailLevels.SIMILAR;
    }
    if (handle >= 0 && levels[handle] > 0 && levels[handle] < HandleLevels.DIFFERENT) {
      levels[handle] = Levels.UNTOLD;
    }
  }

  private boolean mayBeTurned(int[] levels) {
    return other(levels[given])
        && other(levels[surname])
        && !marks.otherWords(leftCodes, rightCodes);
  }

  private static boolean other(int name) {
    return name < 0 || name >= NameLevels.SWAPPED;
  }

  /** The pattern of the pair taken up, of which the values gave these levels. */
  long pattern(int[] levels) {
    long pattern = 0;
    for (int c = 0; c < features; c++) {
      pattern |= (long) levels[c] << (c * BITS);
    }
    return told(pattern);
  }

  private long told(long pattern) {
    return turned(given >= 0 && sameName(pattern) ? named(pattern) : pattern);
  }

  private boolean sameName(long pattern) {
    return level(pattern, given) > 0 && level(pattern, given) < NameLevels.SWAPPED;
  }

  /**
   * E-mails and handles made of a name are alike wherever the names are: that is no second witness.
   * An equal mailbox still is, as there is but one; an equal handle may be on two platforms.
   */
  private long named(long pattern) {
    boolean mail = email >= 0 && level(pattern, email) == EmailLevels.SIMILAR;
    long without = mail ? with(pattern, email, 0) : pattern;
    boolean alike =
        handle >= 0
            && level(pattern, handle) > 0
            && level(pattern, handle) < HandleLevels.DIFFERENT;
    return alike && (namedHandle(left) || namedHandle(right)) ? with(without, handle, 0) : without;
  }

  private boolean namedHandle(int record) {
    var words = new ArrayList<String>(4);
    for (int column : new int[] {given, middle, surname}) {
      if (column >= 0) {
        words.addAll(table.value(column, record).tokens());
      }
    }
    return NamedHandle.of(table.value(handle, record), words);
  }

  /** Given name and surname in each other's place count once, as "swapped". */
  private long turned(long pattern) {
    if (given < 0
        || surname < 0
        || level(pattern, given) < NameLevels.SWAPPED
        || level(pattern, surname) < NameLevels.SWAPPED
        || marks.otherWords(leftCodes, rightCodes)) {
      return pattern;
    }
    int there = turnedAt(table.value(given, left), table.value(surname, right));
    if (there <= 1
        && there + turnedAt(table.value(surname, left), table.value(given, right)) <= 1) {
      return with(with(pattern, given, NameLevels.SWAPPED), surname, 0);
    }
    return sameWords() ? reordered(pattern) : pattern;
  }

  private long reordered(long pattern) {
    long turned = with(with(pattern, given, NameLevels.SWAPPED), surname, 0);
    return middle < 0 ? turned : with(turned, middle, 0);
  }

  /**
   * Whether one name has all words of the other, two of them at least, wherever they stand; and the
   * other lacks none but middle names.
   */
  private boolean sameWords() {
    int fewer = words(left) <= words(right) ? left : right;
    int more = fewer == left ? right : left;
    return words(fewer) >= 2
        && holds(more, table.value(given, fewer))
        && holds(fewer, table.value(given, more))
        && holds(more, table.value(surname, fewer))
        && holds(fewer, table.value(surname, more))
        && (middle < 0 || holds(more, table.value(middle, fewer)));
  }

  private int words(int record) {
    return table.value(given, record).tokens().size()
        + table.value(surname, record).tokens().size()
        + (middle < 0 ? 0 : table.value(middle, record).tokens().size());
  }

  private boolean holds(int record, Value part) {
    for (var word : part.tokens()) {
      if (!table.value(given, record).tokens().contains(word)
          && !table.value(surname, record).tokens().contains(word)
          && (middle < 0 || !table.value(middle, record).tokens().contains(word))) {
        return false;
      }
    }
    return true;
  }

  /** Edits between a name and the one in its place: 0, 1 where it is long enough, else 2. */
  private static int turnedAt(Value a, Value b) {
    if (a.folded().equals(b.folded())) {
      return a.folded().isEmpty() ? 2 : 0;
    }
    return Math.min(a.folded().length(), b.folded().length()) > 3
        ? Edits.distance(a.folded(), b.folded(), 1)
        : 2;
  }
}
