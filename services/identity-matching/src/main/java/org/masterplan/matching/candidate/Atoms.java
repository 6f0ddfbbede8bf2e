package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/**
 * What two records may have in common, as hashes: one array per kind of key, indexed by the value's
 * code. An atom too common to be a key of its own is combined with others ({@link Candidates}).
 *
 * @param name for reports
 * @param column the column it is made of
 * @param names whether it is of a part of a name
 * @param tag sets its hashes apart from those of other atoms
 * @param hashes one per code of the column; 0 = none
 */
record Atoms(String name, int column, boolean names, long tag, Key key, List<long[]> hashes) {
  private static final int COLUMNS = Table.MOST_COMPARED;

  /** All atoms of a table's columns. */
  static List<Atoms> of(Table table) {
    return of(table, 1);
  }

  /** As above, made by so many threads. */
  static List<Atoms> of(Table table, int threads) {
    var atoms = new ArrayList<Atoms>();
    for (int c = 0; c < table.columns().size(); c++) {
      var column = table.columns().get(c);
      for (var key : keys(column.feature().kind())) {
        atoms.add(made(column, c, key, threads));
      }
    }
    return atoms;
  }

  /**
   * The bit of what the value is about: its column. Of names it is the name itself, in whichever
   * place it stands, so that two records see each other alike.
   */
  long subject(Value value) {
    return names
        ? 1L << COLUMNS + Math.floorMod(Hashes.of(Skeleton.of(value.folded())), Long.SIZE - COLUMNS)
        : 1L << column;
  }

  /** Hashes of any value of its column, also of one that came later; 0 = none. */
  long[] hashesOf(Value value) {
    var texts = value.canonical().isEmpty() ? List.<String>of() : key.text().of(value);
    var made = new long[Math.min(key.slots(), texts.size())];
    for (int slot = 0; slot < made.length; slot++) {
      var text = texts.get(slot);
      made[slot] = text.isEmpty() ? 0 : Hashes.mix(tag, Hashes.of(text));
    }
    return made;
  }

  interface Text {
    List<String> of(Value value);
  }

  record Key(String name, int slots, Text text) {}

  private static Atoms made(FeatureColumn column, int c, Key key, int threads) {
    var feature = column.feature();
    // Given name and surname share their hashes: names in each other's place meet in LiveIndex.
    // A batch keys each atom by itself and does not see it; there another key has to join them.
    long tag = Hashes.of((feature.kind().partOfName() ? "name" : feature.name()) + key.name());
    var hashes = new ArrayList<long[]>();
    for (int slot = 0; slot < key.slots(); slot++) {
      hashes.add(new long[column.distinct()]);
    }
    var atoms =
        new Atoms(feature.name() + key.name(), c, feature.kind().partOfName(), tag, key, hashes);
    Ranges.run(
        column.distinct() - 1,
        threads,
        (from, to) -> {
          for (int code = from + 1; code <= to; code++) {
            var made = atoms.hashesOf(column.value(code));
            for (int slot = 0; slot < made.length; slot++) {
              hashes.get(slot)[code] = made[slot];
            }
          }
        });
    return atoms;
  }

  private static List<Key> keys(Kind kind) {
    return switch (kind) {
      case GIVEN, SURNAME ->
          List.of(
              new Key("", 1, v -> List.of(v.folded())),
              new Key(".skeleton", 1, v -> List.of(Skeleton.of(v.folded()))));
      case MIDDLE, POSTCODE, NUMBER -> List.of(new Key("", 1, v -> List.of(v.folded())));
      case CODE ->
          List.of(
              new Key("", 1, v -> List.of(v.folded())), new Key(".elsewhere", 5, Value::others));
      case BIRTH -> birth();
      case PHONE ->
          List.of(
              new Key("", 3, Atoms::readings),
              new Key(".ending", 1, v -> List.of(ending(v.canonical()))));
      case EMAIL ->
          List.of(
              new Key("", 1, v -> List.of(v.canonical())),
              new Key(".name", 1, v -> List.of(v.piece())));
      case ID ->
          List.of(
              new Key("", 2, Atoms::readings),
              new Key(".ending", 1, v -> List.of(ending(v.canonical()))));
      case ADDRESS, TEXT, ORGANISATION, PLACE ->
          List.of(new Key("", 1, v -> List.of(v.folded())), new Key(".words", 3, v -> words(v)));
      case GENDER -> List.of();
    };
  }

  private static List<Key> birth() {
    return List.of(
        new Key("", 1, v -> List.of(v.ymd())),
        new Key(".monthDay", 1, v -> List.of(full(v) ? v.ymd().substring(4) : "")),
        new Key(".yearMonth", 1, v -> List.of(full(v) ? v.ymd().substring(0, 6) : "")),
        new Key(
            ".yearDay",
            1,
            v -> List.of(full(v) ? v.ymd().substring(0, 4) + "-" + v.ymd().substring(6) : "")));
  }

  private static boolean full(Value value) {
    return value.ymd().length() == 8;
  }

  private static List<String> readings(Value value) {
    var all = new ArrayList<String>();
    all.add(value.canonical());
    all.addAll(value.others());
    return all;
  }

  private static String ending(String digits) {
    return digits.length() < 5
        ? ""
        : digits.substring(digits.length() - Math.min(7, digits.length() / 2 + 1));
  }

  /** The longest words: the ones that tell most. */
  private static List<String> words(Value value) {
    return value.tokens().stream()
        .filter(word -> word.length() > 3)
        .distinct()
        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
        .toList();
  }
}
