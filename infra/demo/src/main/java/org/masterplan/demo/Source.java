package org.masterplan.demo;

import static org.masterplan.demo.Resources.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the 76 customer databases.
 *
 * @param number its place in the list, from 0
 * @param dates the pattern of its dates
 * @param weight its size beside the others
 * @param style what its system does to all names: STRIPPED, UPPER, NFD, OLD_TONES
 */
record Source(
    int number,
    String id,
    String title,
    String unit,
    Format format,
    String charset,
    String delimiter,
    String headers,
    String dates,
    int from,
    int to,
    double weight,
    String style,
    List<Field> columns) {

  /** The kind of file. */
  enum Format {
    CSV,
    TSV,
    JSONL,
    XLSX
  }

  static List<Source> all() {
    List<Map<String, String>> rows = Resources.table("sources.tsv", "\t");
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> of(i, rows.get(i)))
        .toList();
  }

  private static Source of(int number, Map<String, String> row) {
    return new Source(
        number,
        cell(row, "source"),
        cell(row, "title"),
        cell(row, "unit"),
        Format.valueOf(cell(row, "format")),
        cell(row, "charset"),
        cell(row, "delimiter").replace("\\t", "\t"),
        cell(row, "headers"),
        cell(row, "dates"),
        Integer.parseInt(cell(row, "from")),
        Integer.parseInt(cell(row, "to")),
        Double.parseDouble(cell(row, "weight")),
        cell(row, "style"),
        Arrays.stream(cell(row, "columns").split(",")).map(Field::valueOf).toList());
  }

  boolean has(Field field) {
    return columns.contains(field);
  }

  boolean styled(String wanted) {
    return style.contains(wanted);
  }

  String file() {
    return id + "." + format.name().toLowerCase(Locale.ROOT);
  }

  List<String> header() {
    return columns.stream().map(field -> field.heading(headers)).toList();
  }
}
