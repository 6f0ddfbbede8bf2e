package org.masterplan.matching.command;

import java.io.IOException;
import java.util.HashMap;
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
          "stratum_pairs");
  private static final Set<String> YES = Set.of("yes", "y", "1", "true", "có", "co", "x");
  private static final Set<String> NO = Set.of("no", "n", "0", "false", "không", "khong");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

  private SampleFile() {}

  public static void write(Resolution run, PairSample sample, Appendable out) throws IOException {
    out.append(String.join(",", COLUMNS)).append('\n');
    var codes = StratumCodes.of(run.table().size() + 31L * sample.pairs().hashCode());
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
              Integer.toString(pair.of()));
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
   * @throws InvalidFields where it is not such a file, a label is not understood, or there is none
   */
  public static LabelledSample read(Rows rows) {
    for (var column : List.of("same", "stratum", "stratum_pairs")) {
      if (!rows.columns().contains(column)) {
        throw InvalidFields.of(column, "SAMPLE_COLUMN", Map.of("value", column));
      }
    }
    var sample = new LabelledSample();
    var sizes = new HashMap<String, String>();
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Good row -> take(sample, row, sizes);
        case Row.Bad row -> throw refused(row.line(), "", "row");
      }
    }
    if (sample.labelled() == 0) {
      throw InvalidFields.of("same", "SAMPLE_UNLABELLED", Map.of());
    }
    return sample;
  }

  private static PairSample.Drawn drawn(Row.Good row, Map<String, String> sizes) {
    var code = row.value("stratum");
    var stratum = StratumCodes.name(code).orElseThrow(() -> refused(row.line(), code, "stratum"));
    var of = row.value("stratum_pairs");
    var before = sizes.putIfAbsent(stratum, of);
    if (!COUNT.matcher(of).matches() || before != null && !before.equals(of)) {
      throw refused(row.line(), of, "stratum_pairs");
    }
    return new PairSample.Drawn(0, 0, stratum, Integer.parseInt(of), stratum.startsWith("linked"));
  }

  private static void take(LabelledSample sample, Row.Good row, Map<String, String> sizes) {
    var pair = drawn(row, sizes);
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

  private static InvalidFields refused(long line, String value, String column) {
    return InvalidFields.of(
        column, "SAMPLE_ROW", Map.of("line", Long.toString(line), "value", value, "field", column));
  }
}
