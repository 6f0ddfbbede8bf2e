package org.masterplan.embeddedmongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The first few of many in an order, without holding the many. */
final class FirstInOrder {
  private FirstInOrder() {}

  static <T> Stream<T> of(Stream<T> all, Comparator<? super T> order, int howMany) {
    return Stream.of(all)
        .flatMap(each -> select(each, order, howMany).stream())
        .onClose(all::close);
  }

  private static <T> List<T> select(Stream<T> all, Comparator<? super T> order, int howMany) {
    PriorityQueue<T> lastFirst = new PriorityQueue<>(order.reversed());
    all.forEach(
        each -> {
          if (lastFirst.size() < howMany) {
            lastFirst.add(each);
          } else if (order.compare(each, lastFirst.element()) < 0) {
            lastFirst.remove();
            lastFirst.add(each);
          }
        });
    List<T> selected = new ArrayList<>(lastFirst);
    selected.sort(order);
    return selected;
  }
}
