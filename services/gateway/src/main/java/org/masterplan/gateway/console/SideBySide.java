package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.v1.Record;

/**
 * Records of one person as their sources say them: a line per field, a cell per record.
 *
 * @param lines in the order in which people read a person
 */
public record SideBySide(List<Line> lines) {
  /** What is left of a value for those who may not see it has this in it. */
  private static final String MASK = "**";

  public SideBySide {
    lines = List.copyOf(lines);
  }

  /** How the records stand to each other in one field. */
  public enum Agreement {
    /** All that say something say the same. */
    ALIKE,
    /** They do not. */
    DIFFERENT,
    /** At most one says anything. */
    ALONE,
    /** What is shown is alike, and masked: nobody can tell. */
    HIDDEN
  }

  /**
   * What a record says.
   *
   * @param source what its source says where that was set right here; else empty
   * @param corrected whether it was set right here
   */
  public record Cell(String value, String source, boolean corrected) {}

  /** One field; {@code cells} in the order of the records. */
  public record Line(String field, Agreement agreement, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** Those fields first, and the others by name. */
  static SideBySide of(List<Record> records, List<String> first) {
    var rest = new TreeSet<String>();
    records.forEach(record -> rest.addAll(record.getValuesMap().keySet()));
    records.forEach(record -> rest.addAll(record.getCorrectedMap().keySet()));
    var fields = new ArrayList<>(first.stream().filter(rest::remove).toList());
    fields.addAll(rest);
    return new SideBySide(fields.stream().map(field -> line(field, records)).toList());
  }

  private static Line line(String field, List<Record> records) {
    var cells = records.stream().map(record -> cell(field, record)).toList();
    return new Line(field, agreement(cells), cells);
  }

  private static Cell cell(String field, Record record) {
    return new Cell(
        record.getValuesOrDefault(field, ""),
        record.getCorrectedOrDefault(field, ""),
        record.containsCorrected(field));
  }

  private static Agreement agreement(List<Cell> cells) {
    var said = cells.stream().map(Cell::value).filter(value -> !value.isEmpty()).toList();
    if (said.size() < 2) {
      return Agreement.ALONE;
    }
    if (said.stream().map(Texts::fold).distinct().count() > 1) {
      return Agreement.DIFFERENT;
    }
    return said.getFirst().contains(MASK) ? Agreement.HIDDEN : Agreement.ALIKE;
  }
}
