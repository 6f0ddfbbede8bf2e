package org.masterplan.embeddedmongo.index;

import java.util.List;
import org.masterplan.embeddedmongo.kv.KeyRange;

/**
 * How a query is answered: which entries of which index, read in which direction.
 *
 * @param sorted whether they come in the order that was asked for
 * @param exact each range is one key: it is read as a point
 * @param bounded whether conditions limit the ranges; if not, every entry is read
 * @param union the branches of an {@code $or}, each with an index of its own; empty = this one
 *     index
 */
public record Plan(
    StoredIndex index,
    List<KeyRange> ranges,
    boolean reverse,
    boolean sorted,
    boolean bounded,
    boolean exact,
    List<Plan> union) {

  /** Every plan of {@code parts}, one after the other; no order, and documents may repeat. */
  static Plan union(List<Plan> parts, boolean sorted) {
    Plan first = parts.getFirst();
    return new Plan(first.index, List.of(), false, sorted, true, false, List.copyOf(parts));
  }

  /** What is read in turn: the plan itself unless it is a union. */
  public List<Plan> parts() {
    return union.isEmpty() ? List.of(this) : union;
  }

  /** Whether one document may be met twice. */
  public boolean mayRepeat() {
    return index.isMultikey() || !union.isEmpty();
  }
}
