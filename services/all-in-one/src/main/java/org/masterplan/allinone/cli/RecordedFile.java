package org.masterplan.allinone.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

/** One file of recorded activity, perhaps compressed, read row by row. */
final class RecordedFile {
  private static final String GZIP = ".gz";
  private static final int CHUNK = 1 << 16;

  /** What a compressed file may grow to, as much as an upload may have. */
  private static final long MOST_BYTES = 2L << 30;

  private final Path file;
  private final List<Row.Bad> bad;

  /** Rows that cannot be taken are added to {@code bad}. */
  RecordedFile(Path file, List<Row.Bad> bad) {
    this.file = file;
    this.bad = bad;
  }

  /**
   * Hands over every row.
   *
   * @param columns each a choice of names, one of which must be there
   */
  void each(List<List<String>> columns, Consumer<Row.Good> taker) throws IOException, Trouble {
    var readable = ImportCommand.readable(file);
    if (!String.valueOf(file.getFileName()).endsWith(GZIP)) {
      read(readable, columns, taker);
      return;
    }
    var plain = Files.createTempFile("masterplan-", ".csv");
    try {
      unpack(readable, plain);
      read(plain, columns, taker);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private void read(Path plain, List<List<String>> columns, Consumer<Row.Good> taker)
      throws Trouble {
    try (var rows = RowFile.open(plain, file)) {
      RowFile.require(file, rows, columns);
      while (rows.hasNext()) {
        switch (rows.next()) {
          case Row.Bad unreadable -> bad.add(unreadable);
          case Row.Good good -> take(good, taker);
        }
      }
    }
  }

  private void take(Row.Good row, Consumer<Row.Good> taker) {
    try {
      taker.accept(row);
    } catch (InvalidFields refusal) {
      bad.add(row.refused(refusal));
    }
  }

  private void unpack(Path packed, Path plain) throws IOException, Trouble {
    try (var in = new GZIPInputStream(Files.newInputStream(packed));
        var out = Files.newOutputStream(plain)) {
      var chunk = new byte[CHUNK];
      long written = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        written += read;
        if (written > MOST_BYTES) {
          throw Trouble.unreadable(Phrases.say("backtest.tooLarge", Map.of("file", file)));
        }
        out.write(chunk, 0, read);
      }
    } catch (ZipException | EOFException _) {
      throw Trouble.unreadable(Phrases.say("backtest.notGzip", Map.of("file", file)));
    }
  }
}
