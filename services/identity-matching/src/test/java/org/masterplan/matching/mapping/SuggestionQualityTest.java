package org.masterplan.matching.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;
import org.masterplan.kernel.text.Texts;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.SourceMapping;
import org.masterplan.matching.standard.Standardisers;
import org.yaml.snakeyaml.Yaml;

/** How often the suggestion is right, by the mappings that are known. */
@Tag("cap-8")
class SuggestionQualityTest {
  private static final Path DATA =
      Path.of(System.getProperty("masterplan.benchmarkData", "infra/benchmarks/data"), "identity");
  private static final String NOTHING = "-";

  private static final Map<String, String> FEBRL =
      Map.ofEntries(
          Map.entry("rec_id", "id"),
          Map.entry("given_name", "givenName"),
          Map.entry("surname", "surname"),
          Map.entry("street_number", "text:street_number"),
          Map.entry("address_1", "street"),
          Map.entry("address_2", "ward"),
          Map.entry("suburb", "city"),
          Map.entry("postcode", "postcode"),
          Map.entry("state", "province"),
          Map.entry("date_of_birth", "birthDate"),
          Map.entry("soc_sec_id", "nationalId"));
  private static final Map<String, String> FAKE =
      Map.of(
          "unique_id", "id",
          "first_name", "givenName",
          "surname", "surname",
          "dob", "birthDate",
          "city", "city",
          "email", "email",
          "cluster", NOTHING);
  private static final Map<String, String> ANONLINK =
      Map.of(
          "id", "id",
          "givenname", "givenName",
          "surname", "surname",
          "dob", "birthDate",
          "gender", "gender",
          "city", "city",
          "income", "number:income",
          "phone number", "phone");

  private final List<String> wrong = new ArrayList<>();
  private int columns;
  private int dates;
  private int datesRight;

  @Test
  void cap008_suggest_mapsPublishedSets() throws IOException {
    for (int i = 1; i <= 3; i++) {
      check("dataset" + i, Sheet.csv(DATA.resolve("dataset" + i + ".csv")), FEBRL, Map.of());
      check("dataset-" + i, Sheet.csv(DATA.resolve("dataset-" + i + ".csv")), ANONLINK, Map.of());
    }
    check("fake_1000", Sheet.csv(DATA.resolve("fake_1000.csv")), FAKE, Map.of());

    print("published");
    assertThat(wrong).isEmpty();
  }

  @Test
  void cap008_suggest_mapsTheSourcesOfTheDemonstration(@TempDir Path folder) throws IOException {
    DemoEnterprise.generate(new Options(1_000, 42, folder.resolve("demo")));
    var demo = folder.resolve("demo");
    Map<String, List<Map<String, Object>>> sources = json(demo.resolve("sources/sources.json"));
    Map<String, Map<String, Object>> truth = json(demo.resolve("truth/mappings.json"));
    for (var source : sources.getOrDefault("sources", List.of())) {
      var name = source.get("source").toString();
      var file = demo.resolve("sources").resolve(source.get("file").toString());
      var sheet =
          Sheet.of(
              file,
              source.get("charset").toString(),
              source.getOrDefault("delimiter", ",").toString());
      var formats = new LinkedHashMap<String, String>();
      check(name, sheet, expected(truth.getOrDefault(name, Map.of()), formats), formats);
    }

    print("demo");
    System.out.printf(
        "FIGURE suggest.demo.dates %.4f share (goal 1)%n", (double) datesRight / dates);
    assertThat(columns).isGreaterThan(500);
    assertThat(wrong).isEmpty();
    assertThat(datesRight).isEqualTo(dates);
  }

  /** What each column should be; columns that say nothing about a person should be nothing. */
  private static Map<String, String> expected(
      Map<String, Object> mapping, Map<String, String> formats) {
    var expected = new LinkedHashMap<String, String>();
    expected.put(mapping.get("id").toString(), "id");
    ((Map<?, ?>) mapping.get("fields"))
        .forEach(
            (field, column) -> {
              var name = ((Map<?, ?>) column).get("column").toString();
              var format = ((Map<?, ?>) column).get("format");
              boolean further = field.toString().contains(":");
              expected.put(name, further ? NOTHING : field.toString());
              if (format != null && !further) {
                formats.put(name, format.toString());
              }
            });
    return expected;
  }

  private void check(
      String source, Sheet sheet, Map<String, String> expected, Map<String, String> formats) {
    var suggestion = Suggestions.suggest(source, sheet.header(), sheet.rows());
    var mapping = suggestion.mapping();
    var found = new LinkedHashMap<String, String>();
    found.put(mapping.idColumn(), "id");
    mapping.columns().forEach((field, column) -> found.put(column.name(), field.name()));
    for (var column : sheet.header()) {
      columns++;
      var is = found.getOrDefault(column, NOTHING);
      var should = expected.getOrDefault(Texts.canonical(column), NOTHING);
      if (!is.equals(should)) {
        wrong.add(source + "." + column + ": " + is + " instead of " + should);
      }
    }
    formats.forEach((column, format) -> date(sheet, column, format, mapping));
  }

  /** The format found is right if it reads every date as the true one does. */
  private void date(Sheet sheet, String column, String format, SourceMapping mapping) {
    int at = sheet.header().stream().map(Texts::canonical).toList().indexOf(column);
    var found =
        mapping.columns().values().stream()
            .filter(c -> Texts.canonical(c.name()).equals(column))
            .findFirst();
    if (at < 0 || found.isEmpty()) {
      return;
    }
    var is = Standardisers.of(FieldType.DATE, found.get().format());
    var should = Standardisers.of(FieldType.DATE, format);
    for (var row : sheet.rows()) {
      if (at < row.size() && !row.get(at).isEmpty()) {
        dates++;
        var cell = row.get(at);
        boolean right =
            is.standardise(cell).canonical().equals(should.standardise(cell).canonical());
        datesRight += right ? 1 : 0;
      }
    }
  }

  private void print(String name) {
    System.out.printf(
        "FIGURE suggest.%s.columns %.4f share of %d (goal 0.98) wrong %s%n",
        name, 1 - (double) wrong.size() / columns, columns, wrong);
  }

  private static <T> Map<String, T> json(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }
}
