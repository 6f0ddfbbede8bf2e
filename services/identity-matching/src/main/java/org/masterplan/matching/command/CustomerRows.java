package org.masterplan.matching.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.quality.CustomerSample;
import org.masterplan.matching.quality.LabelledCustomers;

/** The rows of a {@link CustomerFile}, as far as they were read. */
final class CustomerRows {
  private static final List<String> NEEDED =
      List.of(
          CustomerFile.LABEL,
          "entity",
          "records",
          "stratum",
          "stratum_entities",
          "all_entities",
          "all_records");

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,8}([+; ,]+[0-9]{1,8}){0,99}");
  private static final Pattern BETWEEN = Pattern.compile("[+; ,]+");
  private static final int TOLD = 40;

  private final Map<String, Integer> strata = new HashMap<>();
  private final Set<String> entities = new HashSet<>();
  private final int allEntities;
  private final LabelledCustomers labelled;

  private CustomerRows(Row.Good first) {
    allEntities = count(first, "all_entities");
    labelled = new LabelledCustomers(count(first, "all_records"));
    require(first, "all_entities", allEntities <= labelled.records());
  }

  static LabelledCustomers read(Rows rows) {
    for (var column : NEEDED) {
      if (!rows.columns().contains(column)) {
        throw InvalidFields.of(column, "CUSTOMERS_COLUMN", Map.of("value", column));
      }
    }
    if (!rows.hasNext()) {
      throw unlabelled();
    }
    var first = good(rows.next());
    var read = new CustomerRows(first);
    read.take(first);
    while (rows.hasNext()) {
      read.take(good(rows.next()));
    }
    return read.whole();
  }

  private static Row.Good good(Row row) {
    return switch (row) {
      case Row.Good good -> good;
      case Row.Bad bad -> throw refused(bad.line(), "", "row");
    };
  }

  private void take(Row.Good row) {
    require(row, "all_entities", count(row, "all_entities") == allEntities);
    require(row, "all_records", count(row, "all_records") == labelled.records());
    require(row, "entity", count(row, "entity") <= allEntities);
    require(row, "entity", entities.add(row.value("entity")));
    var stratum = stratum(row);
    elsewhere(row)
        .ifPresentOrElse(numbers -> labelled.add(stratum, numbers), () -> labelled.add(stratum));
  }

  private CustomerSample.Stratum stratum(Row.Good row) {
    int size = count(row, "stratum_entities");
    var name = row.value("stratum");
    require(row, "stratum", !name.isEmpty());
    require(row, "stratum_entities", strata.merge(name, size, (before, same) -> before) == size);
    return new CustomerSample.Stratum(name, size);
  }

  /** Of each customer the entity holds, in how many others it stands; nothing without a label. */
  private Optional<List<Integer>> elsewhere(Row.Good row) {
    var label = row.value(CustomerFile.LABEL).strip();
    if (label.isEmpty()) {
      return Optional.empty();
    }
    var numbers = NUMBERS.matcher(label).matches() ? numbers(label) : List.<Integer>of();
    boolean possible = !numbers.isEmpty() && numbers.size() <= count(row, "records");
    if (!possible || numbers.stream().anyMatch(others -> others >= allEntities)) {
      var line = Long.toString(row.line());
      throw InvalidFields.of(
          CustomerFile.LABEL, "CUSTOMERS_LABEL", Map.of("line", line, "value", shortened(label)));
    }
    return Optional.of(numbers);
  }

  private static List<Integer> numbers(String label) {
    return Arrays.stream(BETWEEN.split(label)).map(Integer::valueOf).toList();
  }

  /** Strata of which every row was deleted would be missing in every sum. */
  private LabelledCustomers whole() {
    if (labelled.labelled() == 0) {
      throw unlabelled();
    }
    if (labelled.entities() != allEntities) {
      var value = Integer.toString(labelled.entities());
      throw InvalidFields.of(
          "stratum_entities",
          "CUSTOMERS_MISSING",
          Map.of("value", value, "all", Integer.toString(allEntities)));
    }
    return labelled;
  }

  private static InvalidFields unlabelled() {
    return InvalidFields.of(CustomerFile.LABEL, "CUSTOMERS_UNLABELLED", Map.of());
  }

  private static int count(Row.Good row, String column) {
    require(row, column, COUNT.matcher(row.value(column)).matches());
    return Integer.parseInt(row.value(column));
  }

  private static void require(Row.Good row, String column, boolean right) {
    if (!right) {
      throw refused(row.line(), row.value(column), column);
    }
  }

  private static InvalidFields refused(long line, String value, String column) {
    return InvalidFields.of(
        column,
        "CUSTOMERS_ROW",
        Map.of("line", Long.toString(line), "value", shortened(value), "field", column));
  }

  private static String shortened(String value) {
    int end = value.offsetByCodePoints(0, Math.min(TOLD, value.codePointCount(0, value.length())));
    return value.substring(0, end);
  }
}
