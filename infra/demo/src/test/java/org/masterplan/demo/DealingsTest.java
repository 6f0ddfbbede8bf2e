package org.masterplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people of the demonstration bought, said and did, and the truth of it. */
class DealingsTest {
  private static final LocalDate NOW = Options.DEFAULT_NOW;
  private static final Instant A_YEAR_AGO =
      NOW.minusDays(365).atStartOfDay().toInstant(ZoneOffset.UTC);

  @TempDir static Path folder;
  private static Path out;
  private static Report report;

  /** Whose each record is, as {@code source,record}. */
  private static final Map<String, String> PERSON = new HashMap<>();

  @BeforeAll
  static void generate() throws IOException {
    out = folder.resolve("demo");
    report = DemoEnterprise.generate(new Options(2_000, 42, out, NOW));
    for (String[] cells : table("truth/records.csv")) {
      PERSON.put(cells[0] + "," + cells[1], cells[2]);
    }
  }

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(out.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static String person(String[] cells) {
    String person = PERSON.get(cells[2] + "," + cells[3]);
    assertThat(person).as(String.join(",", cells)).isNotNull();
    return person == null ? "" : person;
  }

  private static boolean isOfTheYear(String[] cells) {
    return Instant.parse(cells[1]).isAfter(A_YEAR_AGO);
  }

  @Test
  void everyDealing_hasAnIdOfItsOwn_aRecordThatThereIs_andATimeBeforeNow() throws IOException {
    Instant now = NOW.atStartOfDay().toInstant(ZoneOffset.UTC);
    for (String name : List.of("orders", "ratings", "interactions")) {
      Set<String> ids = new HashSet<>();
      for (String[] cells : table("dealings/" + name + ".csv")) {
        // Of one meeting everybody who came has a row.
        assertThat(ids.add(cells[0] + "," + cells[3])).as(cells[0]).isTrue();
        assertThat(person(cells)).startsWith("p-");
        assertThat(Instant.parse(cells[1])).isBefore(now);
      }
      assertThat(ids).as(name).isNotEmpty();
    }
  }

  @Test
  void truth_isWhatTheFilesOfTheYearComeTo() throws IOException {
    Map<String, long[]> sums = new TreeMap<>();
    for (String[] cells : table("dealings/orders.csv")) {
      long[] sum = sums.computeIfAbsent(person(cells), p -> new long[4]);
      if (isOfTheYear(cells)) {
        sum[0]++;
        sum[1] += Long.parseLong(cells[4]);
      }
    }
    for (String[] cells : table("dealings/ratings.csv")) {
      long[] sum = sums.computeIfAbsent(person(cells), p -> new long[4]);
      if (isOfTheYear(cells)) {
        sum[2]++;
        sum[3] += Long.parseLong(cells[4]);
      }
    }
    sums.values().removeIf(sum -> sum[0] + sum[2] == 0);

    List<String[]> truth = table("truth/dealings.csv");
    assertThat(truth).hasSameSizeAs(sums.keySet());
    for (String[] cells : truth) {
      long[] sum = sums.getOrDefault(cells[0], new long[4]);
      assertThat(List.of(cells[1], cells[2], cells[3]))
          .as(cells[0])
          .containsExactly("" + sum[0], "" + sum[1], "" + sum[2]);
      if (sum[2] > 0) {
        assertThat(Double.parseDouble(cells[4])).isBetween(sum[3] / 5.0 / sum[2] - .0001, 1.0);
      }
    }
  }

  @Test
  void truthOfInteractions_isWhatTheFileSays() throws IOException {
    Map<String, int[]> did = new TreeMap<>();
    for (String[] cells : table("dealings/interactions.csv")) {
      int[] sum = did.computeIfAbsent(cells[4] + "," + person(cells), p -> new int[3]);
      sum[List.of("POST", "REPLY", "EVENT").indexOf(cells[5])]++;
    }
    Map<String, int[]> truth = new TreeMap<>();
    for (String[] cells : table("truth/interactions.csv")) {
      int[] sum = {
        Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), Integer.parseInt(cells[4])
      };
      truth.put(cells[0] + "," + cells[1], sum);
    }
    assertThat(truth.keySet()).isEqualTo(did.keySet());
    did.forEach((who, sum) -> assertThat(truth.get(who)).as(who).isEqualTo(sum));
    for (int kind = 0; kind < 3; kind++) {
      int each = kind;
      assertThat(did.values()).as("kind %d", kind).anyMatch(sum -> sum[each] > 0);
    }
  }

  /** A company knows of fewer than half of them what they bought; and the load is to be short. */
  @Test
  void dealings_areOfSomePeople_andAreBounded() throws IOException {
    Set<String> bought = new HashSet<>();
    for (String[] cells : table("dealings/orders.csv")) {
      bought.add(person(cells));
    }
    assertThat(bought.size()).isBetween(800, 1_000);
    assertThat(report.counts().get("dealings")).isBetween(2_000L, 8_000L);
  }
}
