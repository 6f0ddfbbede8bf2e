package org.masterplan.kernel.query;

import java.util.List;

/** A parsed AIP-160 filter over known fields. Values are already of the field's type. */
public sealed interface Filter {
  /** Matches everything: the empty filter. */
  record All() implements Filter {}

  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Filter part) implements Filter {}

  /** One field against one value; on a repeated field, any element may match. */
  record Compare(Field field, Op op, Value value) implements Filter {}

  /** A bare word: any of the resource's searchable fields contains it, case and marks folded. */
  record Word(String folded) implements Filter {}

  /** Any of the resource's searchable fields begins with this, case and marks folded. */
  record Beginning(String folded) implements Filter {}

  /**
   * How a field is compared. HAS is AIP-160's {@code :} (contains, or is present for {@code *}).
   */
  enum Op {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    HAS
  }
}
