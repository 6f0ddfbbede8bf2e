package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The commands {@code explain} and {@code quality}, as they are typed. */
@ResourceLock(Resources.LOCALE)
class ExplainCommandTest {
  @TempDir private Path folder;

  private List<String> files = List.of();

  @BeforeEach
  void writeFiles() throws IOException {
    var shop = new StringBuilder("id,full name,phone,email\n");
    var club = new StringBuilder("id,full name,phone,email\n");
    for (int n = 0; n < 40; n++) {
      var row =
          "%d,Trần %s %s,09%08d,person%d@example.com\n"
              .formatted(n, word(n), word(n * 7 + 3), n * 1_234_567 + 1, n * 31);
      shop.append(row);
      club.append(n % 4 == 3 ? row.replace("person", "people") : row);
    }
    files = List.of(file("shop.csv", shop.toString()), file("club.csv", club.toString()));
  }

  @Test
  void cap007_pair_weightsSumToThatOfTheEdges_alsoByTheSavedModel() throws IOException {
    var edges = folder.resolve("e.csv").toString();
    var model = folder.resolve("m.json").toString();
    assertThat(resolve("--edges", edges, "--model", model).errors()).isEmpty();
    var edge =
        Files.readAllLines(Path.of(edges)).stream()
            .filter(line -> line.startsWith("club,3,shop,3,"))
            .findFirst()
            .orElseThrow();
    double weight = Double.parseDouble(edge.substring(edge.lastIndexOf(',') + 1));

    var told = json(explain("--json", "--pair", "shop,3", "club,3"));
    var again = json(explain("--json", "--model", model, "--pair", "shop,3", "club,3"));

    assertThat(told.get("left").getAsString()).isEqualTo("shop,3");
    double sum = told.get("start").getAsDouble() + told.get("guard").getAsDouble();
    for (var part : told.getAsJsonArray("contributions")) {
      var line = part.getAsJsonObject();
      sum += line.get("weight").getAsDouble() + line.get("tfAdjustment").getAsDouble();
    }
    assertThat(sum).isCloseTo(told.get("weight").getAsDouble(), within(1e-6));
    assertThat(told.get("weight").getAsDouble()).isCloseTo(weight, within(.001));
    assertThat(again).isEqualTo(told);
  }

  @Test
  void entity_isHeldByOnePairLessThanItHasRecords_inEitherLanguage() {
    var done = explain("--entity", "club,5");

    assertThat(done.errors()).isEmpty();
    assertThat(done.text()).contains("club,5  -  shop,5", "phone: equal", "in all, bits");
    var said = Typed.run(words("explain", "--lang", "vi", "--entity", "club,5"));
    assertThat(said.text())
        .contains("tổng cộng", "phone: bằng nhau (")
        .doesNotContain("in all", "equal", "different");
  }

  @Test
  void whatIsNotThere_isNamed() throws IOException {
    assertThat(explain("--pair", "shop,3", "shop,999").errors()).contains("shop,999");
    assertThat(explain("--pair", "shop,3", "shop,3").ending()).isEqualTo(2);
    assertThat(explain().ending()).isEqualTo(2);
    var old = explain("--model", file("old.json", "{\"version\": 1}"), "--entity", "shop,1");
    assertThat(old.ending()).isEqualTo(3);
    assertThat(old.errors()).contains("old.json").contains("\"1\"");
    var odd = explain("--model", file("odd.json", "{\"version\": 2"), "--entity", "shop,1");
    assertThat(odd.ending()).isEqualTo(3);
    assertThat(odd.errors()).contains("odd.json").doesNotContain("Exception");
  }

  @Test
  void cap009_samplePairs_labelled_givePrecisionAndRecallWithIntervals() throws IOException {
    var sample = folder.resolve("s.csv");
    assertThat(resolve("--sample-pairs", sample.toString()).errors()).isEmpty();
    assertThat(Typed.run("quality", "--lang", "en", sample.toString()).ending()).isEqualTo(3);
    Files.write(
        sample, Files.readAllLines(sample).stream().map(ExplainCommandTest::labelled).toList());

    var done = Typed.run("quality", "--lang", "en", "--json", sample.toString());

    assertThat(done.errors()).isEmpty();
    assertThat(json(done).getAsJsonObject("precision").get("p").getAsDouble()).isEqualTo(1);
    assertThat(json(done).getAsJsonObject("recallAmongCompared").get("low").getAsDouble())
        .isBetween(.5, 1.);
  }

  @Test
  void cap009_sampleCustomers_lookedAt_giveDistinctCustomersAndInflation() throws IOException {
    var sample = folder.resolve("c.csv");
    assertThat(resolve("--sample-customers", sample.toString()).errors()).isEmpty();
    var empty = Typed.run("quality", "--lang", "vi", sample.toString());
    assertThat(empty.ending()).isEqualTo(3);
    assertThat(empty.errors()).contains("c.csv", "Chưa thực thể nào có nhãn");
    var row = Pattern.compile("(?ms)^(\\d+,(\\d+),\".*?),,([a-z]{10},\\d+,\\d+,\\d+)$");
    // Everybody is in both files: a record that is alone has its other half elsewhere.
    var labelled =
        row.matcher(Files.readString(sample))
            .replaceAll(m -> "$1," + (m.group(2).equals("1") ? "1" : "0") + ",$3");
    Files.writeString(sample, labelled);

    var told = json(Typed.run("quality", "--lang", "en", "--json", sample.toString()));

    assertThat(told.get("records").getAsInt()).isEqualTo(80);
    assertThat(told.get("labelled").getAsInt()).isEqualTo(told.get("entities").getAsInt());
    for (var end : List.of("value", "low", "high")) {
      assertThat(told.getAsJsonObject("customers").get(end).getAsInt()).isEqualTo(40);
      assertThat(told.getAsJsonObject("duplicateInflation").get(end).getAsDouble()).isEqualTo(2);
    }
    assertThat(Typed.run("quality", "--lang", "en", sample.toString()).text())
        .contains("distinct customers: 40 (95 %: 40 to 40)", "records to a customer: 2.0");
  }

  /** By the truth: a person has the same number in both files. */
  private static String labelled(String line) {
    var cells = line.split(",", 5);
    var same = cells[1].equals(cells[3]) ? "yes" : "no";
    return line.replaceFirst(",,([^,]+,\\d+,\\d+)$", "," + same + ",$1");
  }

  private static String word(int n) {
    return List.of("An", "Bình", "Cúc", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai").get(n % 9);
  }

  private static JsonObject json(Typed done) {
    assertThat(done.errors()).isEmpty();
    var json = JsonParser.parseString(done.text()).getAsJsonObject();
    return json.has("pairs") && json.get("pairs").isJsonArray()
        ? json.getAsJsonArray("pairs").get(0).getAsJsonObject()
        : json;
  }

  private Typed explain(String... more) {
    return Typed.run(
        words(
            "explain",
            Stream.concat(Stream.of("--lang", "en"), Stream.of(more)).toArray(String[]::new)));
  }

  private Typed resolve(String... more) {
    var out = Stream.of("--lang", "en", "--out", folder.resolve("out.csv").toString());
    return Typed.run(words("resolve", Stream.concat(out, Stream.of(more)).toArray(String[]::new)));
  }

  /** The files come first, so that an option of two values takes no file for one. */
  private String[] words(String command, String... more) {
    return Stream.of(Stream.of(command), files.stream(), Stream.of(more))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
