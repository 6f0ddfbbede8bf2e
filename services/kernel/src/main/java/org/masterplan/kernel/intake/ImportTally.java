package org.masterplan.kernel.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts what becomes of each row while an import runs. Not for several threads. */
public final class ImportTally {
  private final String importId;
  private final Consumer<Row.Bad> kept;
  private final List<Row.Bad> shown = new ArrayList<>();
  private long imported;
  private long updated;
  private long unchanged;
  private long rejected;

  /** {@code kept} is given every rejected row, to be stored with the import. */
  public ImportTally(String importId, Consumer<Row.Bad> kept) {
    this.importId = importId;
    this.kept = kept;
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
    return new ImportOutcome(imported, updated, unchanged, shown, rejected, importId);
  }
}
