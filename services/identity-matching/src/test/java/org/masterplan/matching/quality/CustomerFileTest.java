package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.Crosswalk;
import org.masterplan.matching.command.CustomerFile;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;

@Tag("cap-9")
class CustomerFileTest {
  private static final int SIZE = 120;
  private static final TruthSet SET = TruthSet.fake();
  private static final Resolution RUN = Resolver.resolve(SET.schema(), SET.records());
  private static final CustomerSample SAMPLE = new CustomerFrame(RUN).draw(SIZE, 1);

  @Test
  void cap009_theFileFilledIn_saysWhatTheSampleSays() throws IOException {
    var labels = new CustomerLabels(RUN, Measured.truth(SET, RUN));
    var entities = entities();
    var sheet =
        written()
            .labelled(
                number ->
                    labels.elsewhere(entities.getOrDefault(number, -1)).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("+")));

    var read = sheet.read();

    var answer = labels.labelled(SAMPLE).answer();
    assertThat(sheet.rows()).hasSize(SIZE);
    assertThat(read.labelled()).isEqualTo(SIZE);
    assertThat(read.records()).isEqualTo(SET.records().size());
    assertThat(read.entities()).isEqualTo(RUN.count());
    assertThat(read.answer().customers().value())
        .isCloseTo(answer.customers().value(), within(1e-6));
    assertThat(read.answer().customers().low()).isCloseTo(answer.customers().low(), within(1e-6));
  }

  @Test
  void theFile_showsRecordsAndNeighbours_butNotWhatTheRunMakesOfThem() throws IOException {
    var sheet = written();

    assertThat(sheet.rows())
        .allMatch(row -> row.getOrDefault("holds", "").startsWith("fake_1000,"))
        .anyMatch(row -> row.getOrDefault("may_be_in", "").contains(":\nfake_1000,"))
        .allMatch(row -> row.getOrDefault("elsewhere", "?").isEmpty());
    assertThat(sheet.rows().stream().map(row -> row.getOrDefault("stratum", "")))
        .allMatch(stratum -> stratum.matches("[a-z]{10}"));
    for (var row : sheet.rows()) {
      var numbers =
          row.getOrDefault("may_be_in", "")
              .lines()
              .filter(line -> line.matches("[0-9]+:"))
              .map(line -> Integer.valueOf(line.substring(0, line.length() - 1)))
              .toList();
      assertThat(numbers).isSorted();
    }
  }

  @Test
  void labels_areOneNumberForEachCustomer() throws IOException {
    var first = written().rows().getFirst();
    int records = Integer.parseInt(first.getOrDefault("records", "0"));
    var sheet = written().with("elsewhere", cell -> "0");

    assertThat(sheet.read().labelled()).isEqualTo(SIZE);
    for (var label :
        List.of("perhaps", "-1", "1.5", "99999999", "0" + "+0".repeat(records), "0+")) {
      var odd = sheet.labelled(n -> n.equals(first.get("entity")) ? label : "0");
      assertRefused(odd, "CUSTOMERS_LABEL");
    }
    assertThat(sheet.labelled(n -> n.equals(first.get("entity")) ? "" : " 1 ").read().unlabelled())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "entity, 0",
    "entity, x",
    "entity, 5",
    "stratum, ''",
    "stratum_entities, 0",
    "all_entities, 999999",
    "all_records, many"
  })
  void changedColumns_areRefused(String column, String value) throws IOException {
    assertRefused(
        written().with("elsewhere", cell -> "0").with(column, cell -> value), "CUSTOMERS_ROW");
  }

  @Test
  void missingRowsAndColumns_areRefused() throws IOException {
    var sheet = written().with("elsewhere", cell -> "0");
    var stratum = sheet.rows().getFirst().getOrDefault("stratum", "");
    var others = sheet.rows().stream().filter(row -> !stratum.equals(row.get("stratum"))).toList();

    assertRefused(sheet.rows(others), "CUSTOMERS_MISSING");
    assertRefused(sheet.rows(twice(sheet)), "CUSTOMERS_ROW");
    assertRefused(sheet.rows(List.of()), "CUSTOMERS_UNLABELLED");
    assertRefused(written(), "CUSTOMERS_UNLABELLED");
    assertRefused(sheet.without("stratum"), "CUSTOMERS_COLUMN");
  }

  private static List<Map<String, String>> twice(CustomerSheet sheet) {
    return Stream.concat(sheet.rows().stream(), sheet.rows().stream().limit(1)).toList();
  }

  private static void assertRefused(CustomerSheet sheet, String reason) {
    assertThatThrownBy(sheet::read)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refusal ->
                assertThat(refusal.violations().getFirst().reason()).as(reason).isEqualTo(reason));
  }

  private static CustomerSheet written() throws IOException {
    var file = new StringBuilder();
    CustomerFile.write(RUN, SAMPLE, file);
    return CustomerSheet.of(file.toString());
  }

  /** Entities by their numbers in the crosswalk. */
  private static Map<String, Integer> entities() throws IOException {
    var file = new StringBuilder();
    Crosswalk.write(RUN, file);
    var lines = file.toString().lines().skip(1).toList();
    var entities = new HashMap<String, Integer>();
    for (int r = 0; r < lines.size(); r++) {
      var number = lines.get(r).substring(lines.get(r).lastIndexOf(',') + 1);
      entities.put(number, RUN.entities()[r]);
    }
    return entities;
  }
}
