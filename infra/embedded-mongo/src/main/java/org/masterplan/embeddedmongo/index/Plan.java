package org.masterplan.embeddedmongo.index;

import java.util.List;
import org.masterplan.embeddedmongo.kv.KeyRange;

/**
 * How a query is answered: which entries of which index, read in which direction.
 *
 * @param sorted whether they come in the order that was asked for
 * @param exact each range is one key: it is read as a point
 * @param bounded whether conditions limit the ranges; if not, every entry is read
 */
public record Plan(
    StoredIndex index,
    List<KeyRange> ranges,
    boolean reverse,
    boolean sorted,
    boolean bounded,
    boolean exact) {

  /** Whether one document may be met twice. */
  public boolean mayRepeat() {
    return index.isMultikey();
  }
}
