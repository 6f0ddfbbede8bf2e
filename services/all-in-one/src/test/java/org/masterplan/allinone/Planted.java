package org.masterplan.allinone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;

/** What was planted in the demonstration that is loaded: the generator's truth, never loaded. */
record Planted(List<Community> communities, List<Pair> pairs, List<Fault> faults) {

  /**
   * How one truly fares.
   *
   * @param mark what is planted in it besides, empty if nothing
   */
  record Community(String id, String standing, boolean abandoned, boolean orphaned, String mark) {
    boolean isUnseen() {
      return standing.equals("NOT_OBSERVED");
    }
  }

  /** Two messages, and how many people truly get both. */
  record Pair(String kind, String left, String right, int persons) {}

  /** Something that a check has to find, or, a near miss, must not. */
  record Fault(String kind, String subject, boolean isNearMiss) {}

  static Planted in(Path files) {
    var truth = files.resolve("truth");
    return new Planted(
        rows(truth.resolve("communities.csv")).stream().map(Planted::community).toList(),
        rows(truth.resolve("collisions.csv")).stream().map(Planted::pair).toList(),
        rows(truth.resolve("faults.csv")).stream().map(Planted::fault).toList());
  }

  List<String> ids(Predicate<Community> which) {
    return communities.stream().filter(which).map(Community::id).toList();
  }

  Set<String> orphaned() {
    return Set.copyOf(ids(Community::orphaned));
  }

  private static Community community(Map<String, String> row) {
    return new Community(
        cell(row, "community"),
        cell(row, "standing"),
        cell(row, "abandoned").equals("1"),
        cell(row, "orphaned").equals("1"),
        cell(row, "planted"));
  }

  private static Pair pair(Map<String, String> row) {
    int persons = Integer.parseInt(cell(row, "persons"));
    return new Pair(cell(row, "kind"), cell(row, "left"), cell(row, "right"), persons);
  }

  private static Fault fault(Map<String, String> row) {
    return new Fault(cell(row, "fault"), cell(row, "subject"), cell(row, "near_miss").equals("1"));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /** What stands in a table; cells that are empty are left out. */
  static List<Map<String, String>> rows(Path file) {
    var all = new ArrayList<Map<String, String>>();
    try (var rows = new Uploads(Limits.usual()).open(file, "text/csv", Headers.asWritten())) {
      while (rows.hasNext()) {
        switch (rows.next()) {
          case Row.Good good -> all.add(good.values());
          case Row.Bad bad -> throw new AssertionError(file + ": " + bad);
        }
      }
    }
    return all;
  }
}
