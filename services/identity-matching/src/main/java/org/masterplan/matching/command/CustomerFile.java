package org.masterplan.matching.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.quality.CustomerSample;
import org.masterplan.matching.quality.LabelledCustomers;

/**
 * The entities to look at, as CSV; {@code elsewhere} is for a person to fill in: in how many other
 * entities of the crosswalk the customer stands too. Of an entity that holds several customers, a
 * number for each: {@code 0+2}.
 */
public final class CustomerFile {
  static final String LABEL = "elsewhere";

  private static final List<String> COLUMNS =
      List.of(
          "entity",
          "records",
          "holds",
          "may_be_in",
          LABEL,
          "stratum",
          "stratum_entities",
          "all_entities",
          "all_records");

  private static final int RECORDS = 40;
  private static final int RECORDS_OF_A_NEIGHBOUR = 5;

  private CustomerFile() {}

  /** Whether that is what these rows are; else they may be pairs. */
  public static boolean hasColumnsOf(Rows rows) {
    return rows.columns().contains(LABEL);
  }

  public static void write(Resolution run, CustomerSample sample, Appendable out)
      throws IOException {
    out.append(String.join(",", COLUMNS)).append('\n');
    var codes = StratumCodes.of(sample.records() + 31L * sample.drawn().hashCode());
    var words = new EntityWords(run, sample);
    for (var drawn : sample.drawn()) {
      var cells =
          List.of(
              words.name(drawn.entity()),
              Integer.toString(words.records(drawn.entity())),
              words.told(drawn.entity(), RECORDS),
              neighbours(words, drawn),
              "",
              codes.code(drawn.stratum().name()),
              Integer.toString(drawn.stratum().entities()),
              Integer.toString(sample.entities()),
              Integer.toString(sample.records()));
      for (int c = 0; c < cells.size(); c++) {
        out.append(c == 0 ? "" : ",");
        Crosswalk.cell(cells.get(c), out);
      }
      out.append('\n');
    }
  }

  /** In the crosswalk's order, which does not tell which one the engine holds for the nearest. */
  private static String neighbours(EntityWords words, CustomerSample.Drawn drawn) {
    return EntityWords.shown(drawn)
        .sorted()
        .map(e -> words.name(e) + ":\n" + words.told(e, RECORDS_OF_A_NEIGHBOUR))
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * Reads what somebody labelled.
   *
   * @throws InvalidFields where it is not such a file, rows of it are missing or twice, a label is
   *     not understood, or there is none
   */
  public static LabelledCustomers read(Rows rows) {
    return CustomerRows.read(rows);
  }
}
