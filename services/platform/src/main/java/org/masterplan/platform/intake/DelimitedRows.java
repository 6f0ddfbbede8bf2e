package org.masterplan.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.text.UnnamedColumn;

/**
 * Rows of a CSV or TSV file. Our own reader, because it must go on after what ends other readers: a
 * line of 50 MB, a quote that never closes, bytes that are no text.
 */
final class DelimitedRows extends ReadRows {
  private static final String DELIMITERS = ",;\t|";

  /**
   * After so many open quotes a record no longer goes on in the next line: bounds the rereading.
   */
  private static final int MAX_OPEN_QUOTES = 100;

  private final TextLines lines;
  private final LongSupplier bytes;
  private final Limits limits;
  private final RecordSplitter splitter;
  private final List<String> columns;
  private int openQuotes;

  private DelimitedRows(Source source, RecordSplitter splitter, List<String> columns) {
    super(source.lines());
    this.lines = source.lines();
    this.bytes = source.bytes();
    this.limits = source.limits();
    this.splitter = splitter;
    this.columns = columns;
  }

  /** Lines, and how many bytes they took so far. */
  record Source(TextLines lines, LongSupplier bytes, Limits limits) {}

  static DelimitedRows open(Source source, Headers headers) {
    var first = firstLine(source.lines());
    var stated = first.text().toLowerCase(Locale.ROOT).strip();
    char delimiter;
    if (stated.startsWith("sep=") && stated.length() == 5) {
      delimiter = stated.charAt(4);
      first = firstLine(source.lines());
    } else {
      delimiter = delimiter(first.text());
    }
    var splitter = new RecordSplitter(delimiter);
    var header = header(source, splitter, first);
    return new DelimitedRows(source, splitter, headers.columns(header));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long bytesRead() {
    return bytes.getAsLong();
  }

  @Override
  @Nullable Row read() {
    Line line;
    do {
      line = lines.next();
    } while (line != null && line.isBlank());
    if (line == null) {
      return null;
    }
    if (line.flaw() != Line.Flaw.NONE) {
      return line.refused(Map.of("max", String.valueOf(limits.recordChars())));
    }
    return splitter.feed(line.text()) ? row(line.number(), splitter.take()) : continued(line);
  }

  private Row continued(Line first) {
    var more = new ArrayList<Line>();
    long chars = first.text().length();
    int most = openQuotes < MAX_OPEN_QUOTES ? limits.recordLines() : 0;
    while (more.size() < most && chars < limits.recordChars()) {
      var line = lines.next();
      if (line == null) {
        break;
      }
      more.add(line);
      chars += line.text().length();
      if (line.flaw() != Line.Flaw.NONE) {
        break;
      }
      if (splitter.feed(line.text())) {
        return row(first.number(), splitter.take());
      }
    }
    openQuotes++;
    splitter.take();
    lines.pushBack(more);
    return new Row.Bad(first.number(), Map.of(), "", first.text(), "QUOTE_OPEN", Map.of());
  }

  private Row row(long line, List<String> cells) {
    var values = Cells.values(columns, cells);
    if (cells.size() < columns.size()) {
      return ragged(line, values, columns.get(cells.size()), cells.size());
    }
    for (int i = columns.size(); i < cells.size(); i++) {
      if (values.containsKey(UnnamedColumn.name(i))) {
        return ragged(line, values, UnnamedColumn.name(i), cells.size());
      }
    }
    return new Row.Good(line, values);
  }

  private Row ragged(long line, Map<String, String> values, String field, int found) {
    var about = Map.of("found", String.valueOf(found), "expected", String.valueOf(columns.size()));
    var value = values.getOrDefault(field, "");
    return new Row.Bad(line, values, field, value, "ROW_RAGGED", about);
  }

  private static Line firstLine(TextLines lines) {
    Line line;
    do {
      line = lines.next();
    } while (line != null && line.isBlank());
    if (line == null) {
      throw InvalidFields.of("file", "FILE_EMPTY", Map.of());
    }
    if (line.flaw() != Line.Flaw.NONE) {
      throw unreadable(line);
    }
    return line;
  }

  private static List<String> header(Source source, RecordSplitter splitter, Line first) {
    boolean complete = splitter.feed(first.text());
    for (int i = 0; i < source.limits().recordLines() && !complete; i++) {
      var line = source.lines().next();
      if (line == null || line.flaw() != Line.Flaw.NONE) {
        throw unreadable(first);
      }
      complete = splitter.feed(line.text());
    }
    var cells = splitter.take();
    if (!complete) {
      throw unreadable(first);
    }
    if (cells.size() > source.limits().columns()) {
      throw InvalidFields.of(
          "file",
          "FILE_COLUMNS",
          Map.of(
              "found", String.valueOf(cells.size()),
              "max", String.valueOf(source.limits().columns())));
    }
    return cells;
  }

  private static InvalidFields unreadable(Line line) {
    return InvalidFields.of(
        "file", "HEADER_UNREADABLE", Map.of("line", String.valueOf(line.number())));
  }

  private static char delimiter(String header) {
    char best = DELIMITERS.charAt(0);
    for (int i = 1; i < DELIMITERS.length(); i++) {
      char next = DELIMITERS.charAt(i);
      if (RecordSplitter.count(header, next) > RecordSplitter.count(header, best)) {
        best = next;
      }
    }
    return best;
  }
}
