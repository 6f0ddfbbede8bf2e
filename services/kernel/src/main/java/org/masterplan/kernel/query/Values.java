package org.masterplan.kernel.query;

import java.util.List;

/** How values compare. Values of different types order by type, absent first. */
final class Values {
  private Values() {}

  static boolean matches(List<Value> found, Filter.Op op, Value wanted) {
    return switch (wanted) {
      case Value.Present() -> !found.isEmpty();
      case Value.Absent() -> op == Filter.Op.NE ? !found.isEmpty() : found.isEmpty();
      default ->
          op == Filter.Op.NE
              ? found.stream().noneMatch(v -> v.equals(wanted))
              : found.stream().anyMatch(v -> holds(v, op, wanted));
    };
  }

  private static boolean holds(Value found, Filter.Op op, Value wanted) {
    if (op == Filter.Op.HAS && found instanceof Value.Text(var text)) {
      return wanted instanceof Value.Text(var part) && text.contains(part);
    }
    if (rank(found) != rank(wanted)) {
      return false;
    }
    int order = compare(found, wanted);
    return switch (op) {
      case EQ, HAS -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  static int compare(Value a, Value b) {
    return switch (a) {
      case Value.Text(var x) when b instanceof Value.Text(var y) -> x.compareTo(y);
      case Value.Number(var x) when b instanceof Value.Number(var y) -> Double.compare(x, y);
      case Value.Bool(var x) when b instanceof Value.Bool(var y) -> Boolean.compare(x, y);
      case Value.Time(var x) when b instanceof Value.Time(var y) -> x.compareTo(y);
      default -> Integer.compare(rank(a), rank(b));
    };
  }

  private static int rank(Value value) {
    return switch (value) {
      case Value.Absent() -> 0;
      case Value.Present() -> 1;
      case Value.Number n -> 2;
      case Value.Text t -> 3;
      case Value.Bool bool -> 4;
      case Value.Time t -> 5;
    };
  }
}
