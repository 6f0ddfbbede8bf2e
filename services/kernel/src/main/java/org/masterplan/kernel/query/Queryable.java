package org.masterplan.kernel.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers a {@link Query} over a collection in memory: the meaning that every store must match.
 *
 * @param id the item's id, which breaks ties
 * @param values the item's values of a field; empty if absent, several if repeated
 * @param words folded texts that a bare word, or a beginning, may be found in
 */
public record Queryable<T>(
    Function<T, String> id,
    BiFunction<T, Field, List<Value>> values,
    Function<T, List<String>> words) {

  /** The page of {@code all} that {@code query} asks for. */
  public Slice<T> page(Collection<T> all, Query query) {
    var matching =
        all.stream()
            .filter(item -> matches(query.filter(), item))
            .sorted(comparator(query.order()))
            .filter(item -> query.after().map(p -> isAfter(item, p, query.order())).orElse(true))
            .limit(query.size() + 1L)
            .toList();
    if (matching.size() <= query.size()) {
      return new Slice<>(matching, Optional.empty());
    }
    var items = matching.subList(0, query.size());
    return new Slice<>(items, Optional.of(position(items.getLast(), query.order())));
  }

  /** Whether the item satisfies the filter. */
  public boolean matches(Filter filter, T item) {
    return switch (filter) {
      case Filter.All() -> true;
      case Filter.And(var parts) -> parts.stream().allMatch(p -> matches(p, item));
      case Filter.Or(var parts) -> parts.stream().anyMatch(p -> matches(p, item));
      case Filter.Not(var part) -> !matches(part, item);
      case Filter.Word(var word) -> words.apply(item).stream().anyMatch(w -> w.contains(word));
      case Filter.Beginning(var word) ->
          words.apply(item).stream().anyMatch(w -> w.startsWith(word));
      case Filter.Compare(var field, var op, var value) ->
          Values.matches(values.apply(item, field), op, value);
    };
  }

  /** Where a page ends whose last item this is. */
  public Position position(T item, Order order) {
    return new Position(key(item, order), id.apply(item));
  }

  private Value key(T item, Order order) {
    var found = values.apply(item, order.field());
    return found.isEmpty() ? new Value.Absent() : found.getFirst();
  }

  private Comparator<T> comparator(Order order) {
    Comparator<T> byKey = (a, b) -> Values.compare(key(a, order), key(b, order));
    var ascending = byKey.thenComparing(id);
    return order.descending() ? ascending.reversed() : ascending;
  }

  private boolean isAfter(T item, Position position, Order order) {
    int byKey = Values.compare(key(item, order), position.key());
    int byBoth = byKey != 0 ? byKey : id.apply(item).compareTo(position.id());
    return order.descending() ? byBoth < 0 : byBoth > 0;
  }
}
