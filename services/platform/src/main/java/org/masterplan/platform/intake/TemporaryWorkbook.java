package org.masterplan.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;

/** A workbook that came as a stream: its format is read from its end, so it must be a file. */
record TemporaryWorkbook(Limits limits) {
  Rows open(InputStream in, Headers headers) throws IOException {
    var file = Files.createTempFile("workbook", ".xlsx");
    try {
      var counted = new CountedStream(in, limits.workbookBytes());
      Files.copy(counted, file, StandardCopyOption.REPLACE_EXISTING);
      WorkbookGuard.check(file, limits);
      return new Deleting(WorkbookRows.open(file, headers), file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Deletes the file when its rows are closed. */
  private static final class Deleting extends ReadRows {
    private final Rows rows;

    Deleting(Rows rows, Path file) {
      super(
          () -> {
            rows.close();
            Files.deleteIfExists(file);
          });
      this.rows = rows;
    }

    @Override
    @Nullable Row read() {
      return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public List<String> columns() {
      return rows.columns();
    }
  }
}
