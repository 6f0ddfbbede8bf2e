package org.masterplan.matching.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.quality.LabelledSample;
import org.masterplan.matching.quality.PairSample;

/** The pairs to label, as CSV; {@code same} is for a person to fill in. */
public final class SampleFile {
  private static final List<String> COLUMNS =
      List.of(
          "left_source",
          "left_record",
          "right_source",
          "right_record",
          "left",
          "right",
          "same",
          "stratum",
          "stratum_pairs",
          "all_pairs");
  private static final Set<String> YES = Set.of("yes", "y", "1", "true", "có", "co", "x");
  private static final Set<String> NO = Set.of("no", "n", "0", "false", "không", "khong");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,16}");

  /** The columns that name a pair. */
  private static final int ENDS = 4;

  private SampleFile() {}

  public static void write(Resolution run, PairSample sample, Appendable out) throws IOException {
    out.append(String.join(",", COLUMNS)).append('\n');
    var codes = StratumCodes.of(run.table().size() + 31L * sample.pairs().hashCode());
    var all = Long.toString(sample.all());
    for (var pair : sample.pairs()) {
      var left = run.table().key(pair.left());
      var right = run.table().key(pair.right());
      var cells =
          List.of(
              left.source(),
              left.id(),
              right.source(),
              right.id(),
              told(run, pair.left()),
              told(run, pair.right()),
              "",
              codes.code(pair.stratum()),
              Long.toString(pair.of()),
              all);
      for (int c = 0; c < cells.size(); c++) {
        out.append(c == 0 ? "" : ",");
        Crosswalk.cell(cells.get(c), out);
      }
      out.append('\n');
    }
  }

  /** What a record says, standardised. */
  static String told(Resolution run, int record) {
    var told = new StringBuilder();
    for (int c = 0; c < run.table().columns().size(); c++) {
      var value = run.table().value(c, record).canonical();
      if (!value.isEmpty()) {
        told.append(told.isEmpty() ? "" : "; ");
        told.append(run.table().columns().get(c).feature().name()).append(": ").append(value);
      }
    }
    return told.toString();
  }

  /**
   * Reads what somebody labelled.
   *
   * @throws InvalidFields where it is not such a file, rows are missing or doubled, a label is not
   *     understood, or there is none
   */
  public static LabelledSample read(Rows rows) {
    for (var column : COLUMNS) {
      boolean told = column.equals("left") || column.equals("right");
      if (!told && !rows.columns().contains(column)) {
        throw InvalidFields.of(column, "SAMPLE_COLUMN", Map.of("value", column));
      }
    }
    var reading = new Reading();
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Good row -> reading.take(row);
        case Row.Bad row -> throw refused(row.line(), "", "row");
      }
    }
    return reading.whole();
  }

  /** What was read so far. */
  private static final class Reading {
    private final LabelledSample sample = new LabelledSample();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<List<String>> pairs = new HashSet<>();
    private long all = -1;

    void take(Row.Good row) {
      var pair = drawn(row);
      var label = row.value("same").strip().toLowerCase(Locale.ROOT);
      if (label.isEmpty()) {
        sample.add(pair);
      } else if (YES.contains(label) || NO.contains(label)) {
        sample.add(pair, YES.contains(label));
      } else {
        throw InvalidFields.of(
            "same", "SAMPLE_LABEL", Map.of("line", Long.toString(row.line()), "value", label));
      }
    }

    private PairSample.Drawn drawn(Row.Good row) {
      var code = row.value("stratum");
      var stratum = StratumCodes.name(code).orElseThrow(() -> refused(row.line(), code, "stratum"));
      long of = count(row, "stratum_pairs");
      require(row, "stratum_pairs", sizes.merge(stratum, of, (before, same) -> before) == of);
      long pairsInAll = count(row, "all_pairs");
      require(row, "all_pairs", all < 0 || all == pairsInAll);
      all = pairsInAll;
      var ends = COLUMNS.subList(0, ENDS).stream().map(row::value).toList();
      require(row, "left_record", pairs.add(ends));
      return new PairSample.Drawn(0, 0, stratum, of, stratum.startsWith("linked"));
    }

    /** Strata of which every row was deleted would be missing in every sum. */
    LabelledSample whole() {
      if (sample.labelled() == 0) {
        throw InvalidFields.of("same", "SAMPLE_UNLABELLED", Map.of());
      }
      long left = sizes.values().stream().mapToLong(Long::longValue).sum();
      if (left != all) {
        throw InvalidFields.of(
            "stratum_pairs",
            "SAMPLE_MISSING",
            Map.of("value", Long.toString(left), "all", Long.toString(all)));
      }
      return sample;
    }

    private static long count(Row.Good row, String column) {
      require(row, column, COUNT.matcher(row.value(column)).matches());
      return Long.parseLong(row.value(column));
    }

    private static void require(Row.Good row, String column, boolean right) {
      if (!right) {
        throw refused(row.line(), row.value(column), column);
      }
    }
  }

  private static InvalidFields refused(long line, String value, String column) {
    return InvalidFields.of(
        column, "SAMPLE_ROW", Map.of("line", Long.toString(line), "value", value, "field", column));
  }
}
