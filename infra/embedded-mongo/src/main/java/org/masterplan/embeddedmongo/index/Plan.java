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
 * @param legs scans of indexes that go on with the same fields, in one order of these: what is read
 *     is in a scan of each leg; empty = the ranges
 */
public record Plan(
    StoredIndex index,
    List<KeyRange> ranges,
    boolean reverse,
    boolean sorted,
    boolean bounded,
    boolean exact,
    List<Plan> union,
    List<List<Scan>> legs) {

  /** Every plan of {@code parts}, one after the other; no order, and documents may repeat. */
  static Plan union(List<Plan> parts, boolean sorted) {
    Plan first = parts.getFirst();
    return new Plan(
        first.index, List.of(), false, sorted, true, false, List.copyOf(parts), List.of());
  }

  /** What is in every leg, read side by side. */
  static Plan crossing(List<List<Scan>> legs, boolean reverse, boolean sorted) {
    StoredIndex first = legs.getFirst().getFirst().index();
    return new Plan(first, List.of(), reverse, sorted, true, false, List.of(), legs);
  }

  /** What is read in turn: the plan itself unless it is a union. */
  public List<Plan> parts() {
    return union.isEmpty() ? List.of(this) : union;
  }

  /** The indexes it reads, unless it is a union. */
  public List<StoredIndex> indexes() {
    return legs.isEmpty()
        ? List.of(index)
        : legs.stream().flatMap(List::stream).map(Scan::index).distinct().toList();
  }

  /** Whether one document may be met twice. */
  public boolean mayRepeat() {
    return legs.isEmpty() && (index.isMultikey() || !union.isEmpty());
  }
}
