package org.masterplan.platform.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.masterplan.kernel.intake.Rows;

/** Opens uploaded files: CSV and TSV in any usual encoding, JSON lines, XLSX, Parquet. */
public final class Uploads {
  private static final int HEAD = 1 << 16;

  private final Limits limits;

  public Uploads(Limits limits) {
    this.limits = limits;
  }

  /**
   * The rows of a file. Throws {@code InvalidFields} on the field {@code file} if it is of no known
   * format, too large, empty, or without a required column.
   */
  public Rows open(Path file, String contentType, Headers headers) {
    try {
      var in = Files.newInputStream(file);
      var head = in.readNBytes(HEAD);
      var format = Format.of(contentType, head);
      if (format.isText()) {
        return text(in, head, contentType, headers);
      }
      in.close();
      return opened(format, file, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As for a file; one that is read from its end is first copied to a temporary one. */
  public Rows open(InputStream in, String contentType, Headers headers) {
    try {
      var head = in.readNBytes(HEAD);
      var format = Format.of(contentType, head);
      if (format.isText()) {
        return text(in, head, contentType, headers);
      }
      long max = format == Format.WORKBOOK ? limits.workbookBytes() : limits.bytes();
      return new TemporaryFile(max, file -> opened(format, file, headers)).open(joined(head, in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Rows opened(Format format, Path file, Headers headers) throws IOException {
    if (format == Format.PARQUET) {
      return ParquetRows.open(file, limits, headers);
    }
    WorkbookGuard.check(file, limits);
    return WorkbookRows.open(file, headers);
  }

  private Rows text(InputStream in, byte[] head, String contentType, Headers headers)
      throws IOException {
    var encoding = Encodings.of(head);
    var unread = Arrays.copyOfRange(head, encoding.mark(), head.length);
    var counted = new CountedStream(joined(unread, in), limits.bytes());
    var lines = new TextLines(counted, encoding.charset(), limits.recordChars());
    var source = new DelimitedRows.Source(lines, counted::count, limits);
    try {
      return Format.of(contentType, head) == Format.JSON_LINES
          ? new JsonLinesRows(source, headers)
          : DelimitedRows.open(source, headers);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private static InputStream joined(byte[] head, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(head), rest);
  }
}
