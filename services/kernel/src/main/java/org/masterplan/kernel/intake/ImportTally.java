package org.masterplan.kernel.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what becomes of each row while an import runs. Not for several threads. */
public final class ImportTally {
  private static final int MAX_REMEMBERED = ImportOutcome.MAX_REMEMBERED;

  private final String importId;
  private final Consumer<Row.Bad> kept;
  private final List<Row.Bad> shown = new ArrayList<>();
  private final List<ImportOutcome.Known> known = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private long imported;
  private long updated;
  private long unchanged;
  private long rejected;

  /** {@code kept} is given every rejected row, to be stored with the import. */
  public ImportTally(String importId, Consumer<Row.Bad> kept) {
    this.importId = importId;
    this.kept = kept;
  }

  /** The row made that resource. */
  public void imported(long line, String resource) {
    imported++;
    met(line, resource);
  }

  /** The row told of a resource that was known, and changed it or not. */
  public void known(long line, String resource, boolean changed) {
    if (changed) {
      updated++;
    } else {
      unchanged++;
    }
    long earlier = met(line, resource);
    if (isTold()) {
      known.add(new ImportOutcome.Known(line, resource, changed, earlier));
    }
    if (!isTold()) {
      lines.clear();
    }
  }

  /** Whether it is told of the next row about something known. */
  private boolean isTold() {
    return known.size() < ImportOutcome.MAX_KNOWN;
  }

  /** Remembers nothing once there is nobody to tell. */
  private long met(long line, String resource) {
    if (!isTold()) {
      return 0;
    }
    var earlier = lines.get(resource);
    if (earlier != null || lines.size() < MAX_REMEMBERED) {
      lines.put(resource, line);
    }
    return earlier == null ? 0 : earlier;
  }

  public void imported() {
    imported++;
  }

  /** So many rows of a batch. */
  public void imported(long rows) {
    imported += rows;
  }

  public void updated() {
    updated++;
  }

  /** So many rows changed something known. */
  public void updated(long rows) {
    updated += rows;
  }

  public void unchanged() {
    unchanged++;
  }

  /** So many rows of a batch. */
  public void unchanged(long rows) {
    unchanged += rows;
  }

  public void rejected(Row.Bad row) {
    rejected++;
    kept.accept(row);
    if (shown.size() < ImportOutcome.MAX_SHOWN) {
      shown.add(row);
    }
  }

  /** Where the import stands now. */
  public ImportOutcome outcome() {
    return new ImportOutcome(imported, updated, unchanged, shown, rejected, importId, known);
  }
}
