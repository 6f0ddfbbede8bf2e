package org.masterplan.kernel.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list; {@code next} is empty on the last. */
public record Slice<T>(List<T> items, Optional<Position> next) {
  public Slice {
    items = List.copyOf(items);
  }

  public <R> Slice<R> map(Function<? super T, ? extends R> each) {
    return new Slice<>(items.stream().<R>map(each).toList(), next);
  }
}
