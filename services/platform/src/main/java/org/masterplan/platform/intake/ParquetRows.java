package org.masterplan.platform.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.parquet.Bounds;
import org.masterplan.platform.parquet.ParquetFile;
import org.masterplan.platform.parquet.ParquetRow;

/**
 * Rows of a Parquet file. Its first row counts as line 2, as if the names of its columns were a
 * line above it.
 */
final class ParquetRows extends ReadRows {
  /** Pages and dictionaries of all columns together, as a multiple of what one may take. */
  private static final int HELD_PARTS = 4;

  private final ParquetFile file;
  private final Limits limits;
  private final List<String> columns;
  private long line = 1;
  private boolean broken;

  private ParquetRows(ParquetFile file, Limits limits, List<String> columns) {
    super(file);
    this.file = file;
    this.limits = limits;
    this.columns = columns;
  }

  static ParquetRows open(Path path, Limits limits, Headers headers) throws IOException {
    if (Files.size(path) > limits.bytes()) {
      throw InvalidFields.of(
          "file", "FILE_TOO_LARGE", Map.of("max", String.valueOf(limits.bytes())));
    }
    var file = ParquetFile.open(path, bounds(limits));
    try {
      return new ParquetRows(file, limits, headers.columns(file.columns()));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** As much text as a CSV file may hold; pages unpack to twice that, because they are no text. */
  private static Bounds bounds(Limits limits) {
    return new Bounds(
        (int) Math.min(limits.partBytes(), Integer.MAX_VALUE / 2),
        limits.partBytes() * HELD_PARTS,
        limits.bytes() * 2,
        limits.bytes(),
        limits.columns(),
        limits.recordChars());
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long bytesRead() {
    try {
      return file.bytesRead();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the file turns out to be damaged the rows before are kept, and none comes after. */
  @Override
  @Nullable Row read() {
    if (broken) {
      return null;
    }
    line++;
    try {
      var row = file.next();
      return row == null ? null : row(row);
    } catch (InvalidFields refusal) {
      var why = refusal.violations().getFirst();
      if (why.reason().equals("FILE_TOO_LARGE")) {
        throw refusal;
      }
      broken = true;
      return Row.Bad.unreadable(line, why.reason(), why.about());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row row(ParquetRow row) {
    if (row.flaw() == ParquetRow.Flaw.TOO_LONG) {
      var about = Map.of("max", String.valueOf(limits.recordChars()));
      return Row.Bad.unreadable(line, Line.Flaw.LINE_TOO_LONG.name(), about);
    }
    var values = Cells.values(columns, row.cells());
    if (row.flaw() == ParquetRow.Flaw.UNDECODABLE) {
      return bad(values, row.column(), Line.Flaw.LINE_UNDECODABLE);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (row.cells().get(i).indexOf('\0') >= 0) {
        return bad(values, i, Line.Flaw.LINE_HOLDS_NUL);
      }
    }
    return new Row.Good(line, values);
  }

  private Row bad(Map<String, String> values, int column, Line.Flaw flaw) {
    var name = columns.get(column);
    var value = values.getOrDefault(name, "");
    return new Row.Bad(line, values, name, value, flaw.name(), Map.of());
  }
}
