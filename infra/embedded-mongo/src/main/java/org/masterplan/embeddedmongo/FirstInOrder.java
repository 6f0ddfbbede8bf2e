package org.masterplan.embeddedmongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The first few of many in an order, without holding the many. */
final class FirstInOrder {
  private final Comparator<StoredDocument> order;
  private final int howMany;
  private final PriorityQueue<StoredDocument> lastFirst;
  private final Held held = new Held();

  private FirstInOrder(Comparator<StoredDocument> order, int howMany) {
    this.order = order;
    this.howMany = howMany;
    this.lastFirst = new PriorityQueue<>(order.reversed());
  }

  static Stream<StoredDocument> of(
      Stream<StoredDocument> all, Comparator<StoredDocument> order, int howMany) {
    return Stream.of(all)
        .flatMap(each -> new FirstInOrder(order, howMany).select(each).stream())
        .onClose(all::close);
  }

  private List<StoredDocument> select(Stream<StoredDocument> all) {
    all.forEach(this::consider);
    List<StoredDocument> selected = new ArrayList<>(lastFirst);
    selected.sort(order);
    return selected;
  }

  private void consider(StoredDocument each) {
    if (lastFirst.size() == howMany) {
      if (order.compare(each, lastFirst.element()) >= 0) {
        return;
      }
      held.remove(lastFirst.remove().bson().length);
    }
    held.add(each.bson().length);
    lastFirst.add(each);
  }
}
