package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;

/**
 * The customers of the demonstration in its 76 sources; no threshold was chosen with their truth.
 */
@Tag("cap-8")
class DemoQualityTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = FULL ? 10_000 : 1_000;
  private static final int TAKEN = FULL ? 10_000 : 300;
  private static final int YEAR_ONLY = 3;

  @Test
  void cap008_customersOfManySources_areFoundAndNamesakesKeptApart(@TempDir Path folder)
      throws IOException {
    var set = DemoSet.of(PEOPLE, 42, folder).firstPersons(TAKEN);
    var settings = Settings.DEFAULT.withFormats(set.formats()).withThreads(FULL ? 2 : 1);

    var found = Resolver.resolve(set.schema(), settings, set.records());

    var truth = set.numbers(found.table());
    var pairs = found.candidates().pairs();
    var ours = PairQuality.of(found.entities(), truth, pairs);
    var exact = PairQuality.of(exactKeys(found.table()), truth, pairs);
    print("precision", ours.precision(), "floor .99, goal .995");
    print("recall", ours.recall(), "floor .65, goal .90");
    print("recallWherePhoneMailIdDateOrAddressTellAtAll", ceiling(found.table(), truth), "most");
    print("exactKeys.precision", exact.precision(), "beside it");
    print("exactKeys.recall", exact.recall(), "beside it");
    assertThat(ours.precision()).isGreaterThanOrEqualTo(0.99);
    assertThat(ours.recall()).isGreaterThanOrEqualTo(0.65).isGreaterThan(exact.recall());
    assertThat(namesakes(found, truth, born(folder))).isZero();
  }

  /** Records whose phone, e-mail or id is written in the same way. */
  private static int[] exactKeys(Table table) {
    var joined = new Joined(table.size());
    var first = new HashMap<String, Integer>();
    for (var kind : new Kind[] {Kind.PHONE, Kind.EMAIL, Kind.ID}) {
      int column = table.columnOf(kind);
      for (int r = 0; r < table.size(); r++) {
        var text = table.value(column, r).canonical();
        if (!text.isEmpty()) {
          joined.join(r, first.computeIfAbsent(kind + text, new Constant(r)));
        }
      }
    }
    return joined.entities();
  }

  private record Constant(int record) implements java.util.function.Function<String, Integer> {
    @Override
    public Integer apply(String key) {
      return record;
    }
  }

  /** The share of true pairs that witnesses tie together, directly or by other records. */
  private static double ceiling(Table table, int[] truth) {
    var joined = new Joined(table.size());
    var comparer = new Comparer(table);
    var persons = persons(truth);
    for (var members : persons.values()) {
      for (int a : members) {
        for (int b : members) {
          if (a < b && witnessed(table, comparer.pattern(a, b))) {
            joined.join(a, b);
          }
        }
      }
    }
    return PairQuality.of(joined.entities(), truth, new long[0]).recall();
  }

  private static Map<Integer, int[]> persons(int[] truth) {
    var persons = new TreeMap<Integer, List<Integer>>();
    for (int r = 0; r < truth.length; r++) {
      persons.computeIfAbsent(truth[r], p -> new ArrayList<>()).add(r);
    }
    var records = new TreeMap<Integer, int[]>();
    persons.forEach((person, all) -> records.put(person, all.stream().mapToInt(r -> r).toArray()));
    return records;
  }

  /** Whether anything beside name, sex and a bare year agrees. */
  private static boolean witnessed(Table table, long pattern) {
    for (int f = 0; f < table.columns().size(); f++) {
      int level = Comparer.level(pattern, f);
      var feature = table.columns().get(f).feature();
      boolean telling =
          switch (feature.role()) {
            case NAME, GENDER, DESCRIPTION -> false;
            case BIRTH -> level < YEAR_ONLY;
            case CONTACT, IDENTIFIER -> level <= 3;
            case PLACE -> level == 1;
          };
      if (telling && level > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Pairs of two persons of one name and birth year in one entity, no two records of whom agree in
   * a contact, an id or a street: neither other records nor birth dates excuse that.
   */
  private static long namesakes(Resolution found, int[] truth, Map<String, String> born) {
    var comparer = new Comparer(found.table());
    long merged = 0;
    for (var entity : persons(found.entities()).values()) {
      var held = new TreeMap<Integer, List<Integer>>();
      for (int record : entity) {
        held.computeIfAbsent(truth[record], p -> new ArrayList<>()).add(record);
      }
      for (int one : held.keySet()) {
        for (int other : held.tailMap(one, false).keySet()) {
          boolean tied =
              held.get(one).stream()
                  .anyMatch(
                      a ->
                          held.get(other).stream()
                              .anyMatch(b -> tied(found.table(), comparer.pattern(a, b))));
          merged += !tied && sameNameAndYear(born, one, other) ? 1 : 0;
        }
      }
    }
    return merged;
  }

  /** Whether a contact, an id or the street agrees. */
  private static boolean tied(Table table, long pattern) {
    for (int f = 0; f < table.columns().size(); f++) {
      int level = Comparer.level(pattern, f);
      var feature = table.columns().get(f).feature();
      boolean witness =
          switch (feature.role()) {
            case CONTACT, IDENTIFIER -> level <= 3;
            case PLACE -> feature.kind() == Kind.ADDRESS && level == 1;
            case NAME, GENDER, DESCRIPTION, BIRTH -> false;
          };
      if (witness && level > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameNameAndYear(Map<String, String> born, int left, int right) {
    var name = born.getOrDefault("p-" + left, "left");
    return name.equals(born.getOrDefault("p-" + right, "right"));
  }

  /** Name and birth year of each true person. */
  private static Map<String, String> born(Path folder) throws IOException {
    var born = new HashMap<String, String>();
    var lines = Files.readAllLines(folder.resolve("demo/truth/people.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      born.put(cells[0], cells[1] + " " + cells[2].substring(0, 4));
    }
    return born;
  }

  private static void print(String name, double value, String goal) {
    System.out.println(
        String.format(
            Locale.ROOT, "FIGURE matching.demo%d.%s %.4f share (%s)", TAKEN, name, value, goal));
  }

  /** Which records were joined so far. */
  private static final class Joined {
    private final int[] parent;

    Joined(int records) {
      parent = IntStream.range(0, records).toArray();
    }

    private int root(int record) {
      return parent[record] == record ? record : root(parent[record]);
    }

    void join(int a, int b) {
      int x = root(a);
      int y = root(b);
      parent[Math.max(x, y)] = Math.min(x, y);
    }

    int[] entities() {
      return IntStream.range(0, parent.length).map(this::root).toArray();
    }
  }
}
