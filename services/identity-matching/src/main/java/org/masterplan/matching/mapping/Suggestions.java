package org.masterplan.matching.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.masterplan.matching.mapping.Guess.Basis;

/** Says which column seems to be what, by header words and by values (capability 8). */
public final class Suggestions {
  private static final double ENOUGH = 0.5;
  private static final double CONTRADICTED = 0.3;
  private static final double BY_VALUES_ALONE = 0.8;
  private static final double VALUES_CONFIDENCE = 0.6;
  private static final int SAMPLE = 500;
  private static final List<String> PLAIN_FROM_VALUES =
      List.of("email", "nationalId", "birthDate", "phone", "province");

  private Suggestions() {}

  /**
   * Suggests a source's mapping.
   *
   * @param columns the header
   * @param rows cells in the header's order; a sample is enough, rows may be short
   */
  public static Suggestion suggest(String source, List<String> columns, List<List<String>> rows) {
    var sample = rows.subList(0, Math.min(SAMPLE, rows.size()));
    var candidates = new ArrayList<Guess>();
    for (int i = 0; i < columns.size(); i++) {
      candidates.addAll(candidates(columns.get(i), values(i, sample)));
    }
    candidates.sort(
        Comparator.comparingDouble(Guess::confidence)
            .reversed()
            .thenComparing(guess -> columns.indexOf(guess.column())));
    var fields = new HashSet<String>();
    var used = new HashSet<String>();
    var taken = new ArrayList<Guess>();
    for (var guess : candidates) {
      if (!fields.contains(guess.field()) && used.add(guess.column())) {
        fields.add(guess.field());
        taken.add(guess);
      }
    }
    return new Suggestion(source, taken);
  }

  private static ColumnValues values(int column, List<List<String>> rows) {
    var cells = new ArrayList<String>(rows.size());
    for (var row : rows) {
      if (column < row.size() && !row.get(column).isBlank()) {
        cells.add(row.get(column).strip());
      }
    }
    return new ColumnValues(cells, rows.size());
  }

  private static List<Guess> candidates(String column, ColumnValues values) {
    var found = new ArrayList<Guess>();
    double none = HeaderWords.score(column, HeaderWords.NONE);
    for (var field : HeaderWords.fields()) {
      double header = HeaderWords.score(column, field);
      if (header >= ENOUGH && header > none) {
        byHeader(column, values, field, header, found);
      }
    }
    if (found.isEmpty() && none < ENOUGH) {
      byValues(column, values, found);
    }
    return found;
  }

  private static void byHeader(
      String column, ColumnValues values, String field, double header, List<Guess> found) {
    switch (field) {
      case HeaderWords.ID -> {
        // A column called "code" whose values repeat is not the record's id.
        if (values.unique()) {
          found.add(guess(column, values, field, header, Basis.HEADER));
        }
      }
      case HeaderWords.NONE -> {}
      case "number", "text" ->
          found.add(
              guess(column, values, field + ":" + HeaderWords.slug(column), header, Basis.HEADER));
      default -> {
        var share = values.share(field);
        if (share.isEmpty()) {
          found.add(guess(column, values, field, 0.9 * header, Basis.HEADER));
        } else if (share.getAsDouble() >= CONTRADICTED) {
          double sure = header * (0.8 + 0.2 * share.getAsDouble());
          found.add(guess(column, values, field, sure, Basis.BOTH));
        }
      }
    }
  }

  private static void byValues(String column, ColumnValues values, List<Guess> found) {
    for (var field : PLAIN_FROM_VALUES) {
      double share = values.sureShare(field);
      if (share >= BY_VALUES_ALONE) {
        found.add(guess(column, values, field, VALUES_CONFIDENCE * share, Basis.VALUES));
      }
    }
  }

  private static Guess guess(
      String column, ColumnValues values, String field, double confidence, Basis basis) {
    double rounded = Math.round(confidence * 100) / 100.0;
    return new Guess(column, field, FoundFormats.of(field, values), rounded, basis);
  }
}
