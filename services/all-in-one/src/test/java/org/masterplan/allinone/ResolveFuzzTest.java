package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Whatever stands in a file, {@code resolve}, {@code explain} and {@code quality} end with a code
 * and words of ours.
 */
@ResourceLock(Resources.LOCALE)
class ResolveFuzzTest {
  private static final int FILES =
      "full".equals(System.getProperty("masterplan.counts")) ? 10_000 : 100;
  private static final int EXPLAINED = 9;
  private static final long SEED = Long.getLong("masterplan.seed", 20261122L);

  @TempDir private Path folder;

  @Test
  void anyFile_endsWithACodeAndAMessage_neverWithATrace() throws IOException {
    var endings = new TreeMap<Integer, Integer>();
    for (int n = 0; n < FILES; n++) {
      var odd = OddFiles.of(new SplittableRandom(SEED + n), n);
      var typed = run(odd, n);
      endings.merge(typed.ending(), 1, Integer::sum);
      var about = "file " + n + " of seed " + SEED + " (" + odd.name() + "): ";
      assertWords(about, typed);
      if (n % EXPLAINED == 0) {
        assertWords("explaining " + about, explain(odd, n));
      }
    }
    System.out.println("FIGURE resolve.fuzzedFiles " + FILES + " files, endings " + endings);
    assertThat(endings).containsKeys(0, 1, 3);
  }

  @Test
  void anyParquetFile_endsWithACodeAndAMessage_neverWithATrace() throws IOException {
    var endings = new TreeMap<Integer, Integer>();
    for (int n = 0; n < FILES / 5; n++) {
      var odd = OddFiles.ofParquet(new SplittableRandom(SEED + n));
      var typed = run(odd, n);
      endings.merge(typed.ending(), 1, Integer::sum);
      assertWords("file " + n + " of seed " + SEED + " (" + odd.name() + "): ", typed);
    }
    System.out.println("FIGURE resolve.fuzzedParquet " + FILES / 5 + " files, endings " + endings);
    assertThat(endings).containsKeys(0, 3);
  }

  private static void assertWords(String file, Typed typed) {
    var about = file + typed;
    assertThat(typed.ending()).as(about).isIn(0, 1, 2, 3);
    assertThat(typed.errors().isBlank()).as(about).isEqualTo(typed.ending() < 2);
    // A file may quote the name of a class, whole or damaged; its words come back in a message.
    var said = (typed.errors() + typed.text()).replaceAll("!!java[\\w.]*", "");
    for (var trace : List.of("Exception", "\tat ", "java.", "snakeyaml", "Caused by")) {
      assertThat(said).as(about).doesNotContain(trace);
    }
  }

  /** Its deflated text ends too early, which is told as the end of a file. */
  @Test
  void fileThatOnceEndedWithAFault_isRefused() throws IOException {
    int n = 2565;
    var odd = OddFiles.of(new SplittableRandom(20261122L + n), n);

    assertThat(odd.name()).isEqualTo("damaged xlsx");
    assertThat(run(odd, n).ending()).isEqualTo(3);
  }

  /** A damaged model whose names quote a class is told by that name, which is no trace. */
  @Test
  void fileWhoseWordsLookLikeATrace_isToldByThem() throws IOException {
    int n = 3331;
    var odd = OddFiles.of(new SplittableRandom(20261122L + n), n);

    assertThat(odd.name()).isEqualTo("damaged model");
    assertWords("file " + n + ": ", run(odd, n));
  }

  private Typed run(OddFiles.Odd odd, int n) throws IOException {
    var words = List.of("resolve", "--out", folder.resolve("out.csv").toString());
    return run(words, "--use-model", odd, n);
  }

  /**
   * Asks for a record that {@code resolve} found, or that it would have found in an earlier file.
   */
  private Typed explain(OddFiles.Odd odd, int n) throws IOException {
    var out = folder.resolve("out.csv");
    var found =
        Files.exists(out) ? Files.readAllLines(out).stream().skip(1).toList() : List.<String>of();
    var record = found.isEmpty() ? "shop,1" : found.getFirst().replaceFirst(",\\d+$", "");
    return run(List.of("explain", "--entity", record), "--model", odd, n);
  }

  private Typed run(List<String> command, String model, OddFiles.Odd odd, int n)
      throws IOException {
    var words = new ArrayList<>(command);
    words.addAll(List.of("--lang", n % 2 == 0 ? "en" : "vi", "--threads", "1"));
    var table = Files.write(folder.resolve("shop" + odd.extension()), odd.table());
    if (odd.config().length > 0) {
      words.addAll(
          List.of("--config", Files.write(folder.resolve("c.yaml"), odd.config()).toString()));
    }
    if (odd.model().length > 0) {
      words.addAll(List.of(model, Files.write(folder.resolve("m.json"), odd.model()).toString()));
    }
    words.add(table.toString());
    return Typed.run(words.toArray(String[]::new));
  }

  @Test
  void anySample_endsWithACodeAndAMessage() throws IOException {
    anyDamage(
        sample("--sample-pairs").replaceAll("(?m),,([^,\n]+,\\d+,\\d+)$", ",yes,$1"), ",yes,");
  }

  @Test
  void anySampleOfCustomers_endsWithACodeAndAMessage() throws IOException {
    anyDamage(
        sample("--sample-customers").replaceAll("(?m),,([a-z]+,\\d+,\\d+,\\d+)$", ",0,$1"), ",0,");
  }

  private void anyDamage(String whole, String label) throws IOException {
    assertThat(whole).contains(label);
    var endings = new TreeMap<Integer, Integer>();
    for (int n = 0; n < FILES / 5; n++) {
      var random = new SplittableRandom(SEED - n);
      var bytes = OddFiles.damaged(whole.getBytes(StandardCharsets.UTF_8), random);
      var file = Files.write(folder.resolve("s.csv"), bytes).toString();
      var typed = Typed.run("quality", "--lang", n % 2 == 0 ? "en" : "vi", file);
      assertThat(typed.ending()).as("sample %d: %s", n, typed).isIn(0, 3);
      assertWords("sample " + n + ": ", typed);
      endings.merge(typed.ending(), 1, Integer::sum);
    }
    // Twenty files may all be hurt where it matters; of two thousand some are read.
    assertThat(endings).containsKey(3);
    if (FILES > 1000) {
      assertThat(endings).containsKey(0);
    }
  }

  private String sample(String option) throws IOException {
    var shop = new ArrayList<>(List.of("Mã KH,Họ và tên,Điện thoại"));
    for (int n = 0; n < 12; n++) {
      shop.add(
          "k%d,Nguyễn Văn %s,09123456%02d".formatted(n, "An Bình Cúc".split(" ")[n % 3], n / 2));
    }
    var table = Files.write(folder.resolve("people.csv"), shop).toString();
    var sample = folder.resolve("sample.csv");
    var out = folder.resolve("out.csv").toString();
    var done = Typed.run("resolve", "--out", out, option, sample.toString(), table);
    assertThat(done.ending()).as(done.errors()).isZero();
    return Files.readString(sample);
  }
}
