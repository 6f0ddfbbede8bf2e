package org.masterplan.profiles.snapshot.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.parquet.ParquetWriter;
import org.masterplan.profiles.export.parquet.ParquetColumns;
import org.masterplan.profiles.snapshot.app.Shelf;
import org.masterplan.profiles.snapshot.domain.Table;

/** A snapshot under a name that nobody reads, and its files. */
final class FolderDraft implements Shelf.Draft {
  private final Path unfinished;
  private final Path whole;
  private final Map<Table, ParquetWriter> files = new EnumMap<>(Table.class);

  FolderDraft(Path unfinished, Path whole) throws IOException {
    this.unfinished = unfinished;
    this.whole = whole;
    for (var table : Table.values()) {
      files.put(table, new ParquetWriter(open(table), ParquetColumns.of(table.columns())));
    }
  }

  private OutputStream open(Table table) throws IOException {
    var file = unfinished.resolve(table.title() + ".parquet");
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  @Override
  public void row(Table table, List<? extends @Nullable Object> cells) {
    try {
      file(table).row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ParquetWriter file(Table table) {
    var file = files.get(table);
    if (file == null) {
      throw new IllegalStateException("published already");
    }
    return file;
  }

  @Override
  public Map<Table, Long> publish() {
    var rows = new EnumMap<Table, Long>(Table.class);
    files.forEach((table, file) -> rows.put(table, file.rows()));
    try {
      end();
      Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private void end() throws IOException {
    for (var file : List.copyOf(files.values())) {
      file.close();
    }
    files.clear();
  }

  @Override
  public void close() {
    try {
      end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (Files.exists(unfinished)) {
        FolderShelf.remove(unfinished);
      }
    }
  }
}
