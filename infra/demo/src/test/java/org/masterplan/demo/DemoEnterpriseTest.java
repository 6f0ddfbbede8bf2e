package org.masterplan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoEnterpriseTest {
  @TempDir static Path folder;
  private static Path out;
  private static Report report;

  @BeforeAll
  static void generate() throws IOException {
    out = folder.resolve("default");
    report = DemoEnterprise.generate(new Options(Options.DEFAULT_PEOPLE, 42, out));
    report.lines().forEach(System.out::println);
  }

  /** As `make verify` collects them; the generator knows nothing of the test kit. */
  private static void figure(String name, double value, String goal) {
    System.out.printf(Locale.ROOT, "FIGURE demo.%s %.3f (%s)%n", name, value, goal);
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(out.resolve(name));
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void generate_sameSeed_sameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    DemoEnterprise.generate(new Options(1_000, 7, first));
    DemoEnterprise.generate(new Options(1_000, 7, second));
    Map<String, byte[]> left = files(first);
    Map<String, byte[]> right = files(second);
    assertThat(left.keySet()).isEqualTo(right.keySet());
    left.forEach((name, bytes) -> assertThat(right.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void generate_otherSeed_otherPeople() throws IOException {
    Path first = folder.resolve("seed1");
    Path second = folder.resolve("seed2");
    DemoEnterprise.generate(new Options(1_000, 1, first));
    DemoEnterprise.generate(new Options(1_000, 2, second));
    assertThat(first.resolve("truth/people.csv"))
        .exists()
        .satisfies(
            file ->
                assertThat(Files.mismatch(file, second.resolve("truth/people.csv")))
                    .isNotNegative());
  }

  @Test
  void generate_folderNotEmpty_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoEnterprise.generate(new Options(1_000, 7, out)))
        .withMessageContaining("expected: absent or empty");
  }

  @Test
  void options_tooFew_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Options(999, 7, out))
        .withMessageContaining("people: 999");
  }

  @Test
  @Tag("cap-8")
  void cap008_counts_asPromised() throws IOException {
    assertThat(report.counts())
        .containsEntry("business units", 8L)
        .containsEntry("sources", 76L)
        .containsEntry("communities", 180L);
    assertThat(report.counts().get("records")).isBetween(39_000L, 41_000L);
    assertThat(lines("truth/records.csv"))
        .hasSize(Math.toIntExact(report.counts().get("records")) + 1);
    assertThat(lines("communities.csv")).hasSize(181);
  }

  @Test
  void rates_neverUnderTheFloor_nearWhatIsAimedAt() {
    report
        .measured()
        .forEach(
            (rate, share) -> {
              assertThat(share).as(rate.name()).isGreaterThanOrEqualTo(rate.floor());
              assertThat(share).as(rate.name()).isCloseTo(rate.wanted(), within(0.02));
              figure("rate." + rate.name(), share, "at least " + rate.floor());
            });
  }

  @Test
  void exactKeys_alone_staysUnderRecall70() {
    Options options = new Options(Options.DEFAULT_PEOPLE, 42, out);
    World world = World.of(options, new Tally());
    ExactKeys keys = new ExactKeys();
    for (Source source : world.databases().sources()) {
      for (long person = 0; person < options.people(); person++) {
        for (int copy = 0; copy < 2; copy++) {
          if (world.databases().holds(source, person, copy)) {
            keys.add(
                person, source, world.records().record(source, world.people().at(person), copy));
          }
        }
      }
    }
    ExactKeys.Quality quality = keys.quality();
    figure("exactKeys.recall", quality.recall(), "under .70");
    figure("exactKeys.precision", quality.precision(), "none");
    assertThat(quality.recall()).isBetween(0.35, 0.70);
  }

  @Test
  void records_idsAreUniqueInTheirSource() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String line : lines("truth/records.csv")) {
      assertThat(seen.add(line.substring(0, line.lastIndexOf(',')))).as(line).isTrue();
    }
  }

  @Test
  void addresses_areReserved() throws IOException {
    for (String line : lines("truth/people.csv").subList(1, 200)) {
      assertThat(line.split(",", -1)[8]).matches("[a-z0-9._]+@[a-z]+\\.example");
    }
  }

  @Test
  void windows1258_readsBackAsVietnamese() throws IOException {
    String text = "Nguyễn Thị Đường, Huỳnh Ngọc Ẩn, Phạm Hữu Tước";
    byte[] bytes = Marks.forWindows1258(text).getBytes("windows-1258");
    String back = new String(bytes, "windows-1258");
    assertThat(java.text.Normalizer.normalize(back, java.text.Normalizer.Form.NFC)).isEqualTo(text);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("?");
  }

  @Test
  @Tag("cap-11")
  void cap011_collisions_countedExactly() throws IOException {
    Map<String, Integer> shared = new TreeMap<>();
    lines("truth/collisions.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> shared.merge(cells[0], Integer.parseInt(cells[3]), Integer::sum));
    assertThat(shared).containsEntry("apart-people", 0);
    assertThat(shared).hasEntrySatisfying("window", n -> assertThat(n).isPositive());
    assertThat(shared).hasEntrySatisfying("two-prices", n -> assertThat(n).isPositive());
    assertThat(shared.keySet())
        .contains(
            "surveys",
            "day-cap",
            "channels",
            "apart-windows",
            "one-price",
            "validity",
            "twin",
            "near-twin");
  }

  @Test
  @Tag("cap-11")
  void cap011_collisions_followFromTheMemberLists() throws IOException {
    Set<String> left = records("c-015");
    left.retainAll(records("c-016"));
    String truth = lines("truth/collisions.csv").get(1);
    assertThat(truth).isEqualTo("window,m-window-a,m-window-b," + left.size());
  }

  private static Set<String> records(String community) throws IOException {
    Set<String> records = new HashSet<>();
    lines("members/" + community + ".csv").stream()
        .skip(1)
        .forEach(line -> records.add(line.split(",", -1)[3]));
    return records;
  }

  @Test
  @Tag("cap-13")
  void cap013_abandonedCommunities_haveNoHumanEventsOfLate() throws IOException {
    Set<String> abandoned = new HashSet<>();
    lines("truth/communities.csv").stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[2].equals("1"))
        .forEach(cells -> abandoned.add(cells[0]));
    assertThat(abandoned).hasSize(37);
    List<String> late =
        lines("activity/events.csv").stream()
            .filter(line -> abandoned.contains(line.substring(0, 5)))
            .filter(line -> line.split(",", -1)[5].isEmpty())
            .filter(line -> line.split(",", -1)[1].compareTo("2026-07-15") > 0)
            .toList();
    assertThat(late).isEmpty();
  }

  @Test
  void planted_everySubjectExists() throws IOException {
    Set<String> communities = new HashSet<>();
    lines("communities.csv").forEach(line -> communities.add(line.substring(0, 5)));
    String messages = Files.readString(out.resolve("messages.jsonl"));
    for (String line : lines("truth/faults.csv").subList(1, 100)) {
      String subject = line.split(",", -1)[2];
      if (subject.startsWith("c-")) {
        assertThat(communities).contains(subject);
      } else if (subject.startsWith("messages/")) {
        assertThat(messages).contains("\"id\":\"" + subject.substring(9) + "\"");
      }
    }
  }

  @Test
  @Tag("cap-94")
  void cap094_mentions_holdACrisisAndAnAttack() throws IOException {
    Map<String, Integer> labels = new TreeMap<>();
    lines("truth/mentions.csv").stream()
        .skip(1)
        .forEach(line -> labels.merge(line.split(",", -1)[1], 1, Integer::sum));
    assertThat(labels).hasEntrySatisfying("REAL_CRISIS", n -> assertThat(n).isBetween(420, 470));
    assertThat(labels).hasEntrySatisfying("STAGED", n -> assertThat(n).isBetween(250, 380));
    assertThat(labels).containsKeys("WEAK_SIGNAL", "FAN", "EMPLOYEE", "COPY", "COMPLAINT");
  }

  @Test
  void names_inLegacyEncoding_areSkipped() {
    assertThat(Marks.vietnamese("Huỳnh")).isTrue();
    assertThat(Marks.vietnamese("Huøynh")).isFalse();
    assertThat(Marks.vietnamese("Döông")).isFalse();
  }

  @Test
  void names_followTheTables() throws IOException {
    long nguyen =
        lines("truth/people.csv").stream().filter(line -> line.contains(",Nguyễn ")).count();
    assertThat(nguyen / (double) Options.DEFAULT_PEOPLE).isCloseTo(0.3136, within(0.02));
  }
}
