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

/**
 * A file that came as a stream, of a format that is read from its end.
 *
 * @param maxBytes of the stream
 * @param opener opens the copy
 */
record TemporaryFile(long maxBytes, Opener opener) {
  /** Reads a file of one format. */
  @FunctionalInterface
  interface Opener {
    Rows open(Path file) throws IOException;
  }

  Rows open(InputStream in) throws IOException {
    var file = Files.createTempFile("upload", ".part");
    try {
      Files.copy(new CountedStream(in, maxBytes), file, StandardCopyOption.REPLACE_EXISTING);
      return new Deleting(opener.open(file), file);
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

    @Override
    public long bytesRead() {
      return rows.bytesRead();
    }
  }
}
