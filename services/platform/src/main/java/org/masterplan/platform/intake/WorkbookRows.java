package org.masterplan.platform.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.text.UnnamedColumn;

/**
 * Rows of the first visible sheet of an XLSX file; its first row that is not empty is the header.
 */
final class WorkbookRows extends ReadRows {
  private static final String CONTENT_ERROR = "CELL_ERROR";

  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final List<String> columns;
  private long line;
  private boolean broken;

  private WorkbookRows(
      Closeable file, Iterator<org.dhatim.fastexcel.reader.Row> rows, Headers headers) {
    super(file);
    this.rows = rows;
    this.columns = headers.columns(header());
  }

  /** Opens a file that {@link WorkbookGuard} has let through. */
  static WorkbookRows open(Path file, Headers headers) throws IOException {
    ReadableWorkbook workbook = null;
    try {
      workbook = workbook(file);
      var opened = workbook;
      var rows = visible(opened).openStream();
      return new WorkbookRows(
          () -> {
            rows.close();
            opened.close();
          },
          rows.iterator(),
          headers);
    } catch (InvalidFields refusal) {
      close(workbook);
      throw refusal;
    } catch (IOException | RuntimeException _) {
      // The library states no list of what it throws for a malformed file; the guard has read it,
      // so that it is the content that is wrong, not the disk.
      close(workbook);
      throw WorkbookGuard.broken();
    }
  }

  /** A workbook may do without formats, and then has no dates either; the library insists. */
  private static ReadableWorkbook workbook(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException _) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  @Nullable Row read() {
    while (!broken) {
      var next = nextRow();
      if (broken) {
        return Row.Bad.unreadable(line + 1, "SHEET_BROKEN", Map.of());
      }
      if (next == null) {
        return null;
      }
      var row = row(next);
      if (!row.values().isEmpty()) {
        return row;
      }
    }
    return null;
  }

  private org.dhatim.fastexcel.reader.@Nullable Row nextRow() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      var next = rows.next();
      line = next.getRowNum();
      return next;
    } catch (RuntimeException _) {
      broken = true;
      return null;
    }
  }

  private List<String> header() {
    for (var row = nextRow(); row != null; row = nextRow()) {
      var cells = new ArrayList<String>();
      row.forEach(cell -> cells.add(cell == null ? "" : WorkbookCells.text(cell)));
      if (cells.stream().anyMatch(text -> !text.isBlank())) {
        return cells;
      }
    }
    if (broken) {
      throw WorkbookGuard.broken();
    }
    throw InvalidFields.of("file", "FILE_EMPTY", Map.of());
  }

  private Row row(org.dhatim.fastexcel.reader.Row row) {
    var values = new LinkedHashMap<String, String>();
    String wrong = null;
    for (Cell cell : row) {
      if (cell == null) {
        continue;
      }
      var text = Cells.clean(WorkbookCells.text(cell));
      int index = cell.getColumnIndex();
      var column = index < columns.size() ? columns.get(index) : UnnamedColumn.name(index);
      if (!text.isEmpty()) {
        values.put(column, text);
      }
      wrong = wrong == null && WorkbookCells.isError(cell) ? column : wrong;
    }
    if (wrong != null) {
      var value = values.getOrDefault(wrong, "");
      return new Row.Bad(line, values, wrong, value, CONTENT_ERROR, Map.of());
    }
    return new Row.Good(line, values);
  }

  private static Sheet visible(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(() -> new ExcelReaderException("no visible sheet"));
  }

  private static void close(@Nullable ReadableWorkbook workbook) throws IOException {
    if (workbook != null) {
      workbook.close();
    }
  }
}
