package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/**
 * All records of a run, as columns. Records are numbered from 0 in the order they were added; a
 * batch sorts them by key first, so that the order of its input never shows in its result.
 */
public final class Table {
  /** So many columns' levels of a pair fit into one number, three bits each. */
  public static final int MOST_COMPARED = 21;

  private static final RecordKey NOBODY = new RecordKey("", "");

  private final List<RecordKey> keys;
  private final List<FeatureColumn> columns;
  private final Encoder encoder;

  /** The codes of the first records, record by record: what is compared lies side by side. */
  private int[] rows = new int[0];

  public Table(Schema schema) {
    this(schema, Formats.NONE);
  }

  /**
   * An empty table.
   *
   * @param formats how each source writes its values
   */
  public Table(Schema schema, Formats formats) {
    this(new Encoder(schema, formats), new ArrayList<>());
  }

  Table(Encoder encoder, List<RecordKey> keys) {
    this.encoder = encoder;
    this.keys = keys;
    this.columns = encoder.columns();
  }

  /** Adds a record and answers its number. */
  public int add(RawRecord row) {
    encoder.encode(row);
    keys.add(new RecordKey(row.source(), row.id()));
    return keys.size() - 1;
  }

  /** Puts another record in the place of that number. */
  public void replace(int record, RawRecord row) {
    encoder.encode(row);
    columns.forEach(column -> column.moveLast(record));
    layAgain(record);
    keys.set(record, new RecordKey(row.source(), row.id()));
  }

  /** Whether a record says nothing else than what stands under that number. */
  public boolean holds(int record, RawRecord row) {
    encoder.encode(row);
    boolean same = true;
    for (var column : columns) {
      same &= column.dropLast() == column.code(record);
    }
    return same;
  }

  /** Empties that number: nothing of the record stays but texts that other records may share. */
  public void clear(int record) {
    columns.forEach(column -> column.clear(record));
    layAgain(record);
    keys.set(record, NOBODY);
  }

  /** What was laid out must not outlive what it was copied from; later records were never laid. */
  private void layAgain(int record) {
    long first = (long) record * columns.size();
    for (int c = 0; c < columns.size() && first + c < rows.length; c++) {
      rows[(int) first + c] = columns.get(c).code(record);
    }
  }

  public int size() {
    return keys.size();
  }

  public RecordKey key(int record) {
    return keys.get(record);
  }

  public List<FeatureColumn> columns() {
    return columns;
  }

  /** The code of a record's value in a column, 0 for none. */
  public int code(int column, int record) {
    int at = record * columns.size() + column;
    return at < rows.length ? rows[at] : columns.get(column).code(record);
  }

  /** As {@link #code}, of all columns at once. */
  public void codes(int record, int[] into) {
    int at = record * columns.size();
    if (at < rows.length) {
      System.arraycopy(rows, at, into, 0, into.length);
      return;
    }
    for (int c = 0; c < into.length; c++) {
      into[c] = columns.get(c).code(record);
    }
  }

  /**
   * Fetches what {@link #codes} will be asked of a record. Asked of some records before they are
   * looked at, their memory is waited for together.
   *
   * @return a number that depends on what was fetched, to be used so that it is
   */
  public int fetch(int record) {
    int at = record * columns.size();
    int last = at + columns.size() - 1;
    return last < rows.length ? rows[at] ^ rows[last] : 0;
  }

  /** Lays out the codes of all records by record, where that many can be. */
  void lay() {
    long cells = (long) keys.size() * columns.size();
    if (cells > Integer.MAX_VALUE / 2) {
      return;
    }
    rows = new int[(int) cells];
    for (int c = 0; c < columns.size(); c++) {
      for (int record = 0; record < keys.size(); record++) {
        rows[record * columns.size() + c] = columns.get(c).code(record);
      }
    }
  }

  /** The first column of a kind, -1 where there is none. */
  public int columnOf(Kind kind) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).feature().kind() == kind) {
        return c;
      }
    }
    return -1;
  }

  /** The record's value in that column; an empty one where the record, or the table, has none. */
  public Value value(int column, int record) {
    if (column < 0) {
      return FeatureColumn.NOTHING;
    }
    var from = columns.get(column);
    return from.value(from.code(record));
  }
}
