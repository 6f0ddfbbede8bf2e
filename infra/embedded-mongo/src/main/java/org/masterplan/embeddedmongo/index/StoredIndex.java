package org.masterplan.embeddedmongo.index;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.embeddedmongo.kv.Table;

/**
 * An index and the table of its entries: the values of its fields followed by the key of the
 * document. The primary index is the table of the documents itself.
 */
public final class StoredIndex {
  private static final IndexField ID = new IndexField("_id", true);

  private final IndexDefinition definition;
  private final Table table;
  private final boolean primary;
  private final long readySequence;
  private volatile Columns arrays;

  /**
   * A secondary index.
   *
   * @param readySequence the last write of its building: older views do not see it whole
   * @param arrays the columns whose values may be arrays
   */
  public StoredIndex(IndexDefinition definition, Table table, long readySequence, Columns arrays) {
    this(definition, table, readySequence, arrays, false);
  }

  private StoredIndex(
      IndexDefinition definition,
      Table table,
      long readySequence,
      Columns arrays,
      boolean primary) {
    this.definition = definition;
    this.table = table;
    this.readySequence = readySequence;
    this.arrays = arrays;
    this.primary = primary;
  }

  /** The documents of a collection as an index on {@code _id}. */
  public static StoredIndex primary(IndexDefinition definition, Table documents) {
    return new StoredIndex(definition, documents, 0, Columns.NONE, true);
  }

  public IndexDefinition definition() {
    return definition;
  }

  public String name() {
    return definition.name();
  }

  public Table table() {
    return table;
  }

  public boolean isPrimary() {
    return primary;
  }

  /** Whether a document may have several entries. */
  public boolean isMultikey() {
    return !arrays.isEmpty();
  }

  /** The columns whose values may be arrays. */
  public Columns arrays() {
    return arrays;
  }

  /** Set before the first such entry is written, so that whoever sees the entry sees the mark. */
  public void mark(Columns more) {
    arrays = more;
  }

  public boolean isCompleteAt(long sequence) {
    return sequence >= readySequence;
  }

  /** The fields by which entries are ordered: its own, then the document key they end with. */
  List<IndexField> columns() {
    if (definition.unique()
        || definition.fields().stream().anyMatch(field -> field.path().equals("_id"))) {
      return definition.fields();
    }
    List<IndexField> columns = new ArrayList<>(definition.fields());
    columns.add(ID);
    return columns;
  }
}
