package org.masterplan.platform.parquet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some of a column's values, absent ones among them. */
final class Page {
  private final Leaf leaf;
  private final @Nullable Levels repetitions;
  private final @Nullable Levels definitions;
  private final Supplier<Values> stored;
  private @Nullable Values values;
  private long left;

  /** {@code stored} is asked once there is a value: a page without any may hold nothing at all. */
  Page(Leaf leaf, long count, Parts parts, Supplier<Values> stored) {
    this.leaf = leaf;
    this.left = count;
    this.repetitions = parts.repetitions();
    this.definitions = parts.definitions();
    this.stored = stored;
  }

  /** The levels of a page; there are none where they could only be 0. */
  record Parts(@Nullable Levels repetitions, @Nullable Levels definitions) {}

  boolean isEmpty() {
    return left == 0;
  }

  /** Whether the next value belongs to the row of the one before it. Asked once for each value. */
  boolean goesOn() {
    return repetitions != null && repetitions.next() > 0;
  }

  /** The next value, null if there is none in its place. */
  @Nullable Object next() {
    left--;
    int level = definitions == null ? 0 : definitions.next();
    if (level > leaf.definition()) {
      throw Faults.broken();
    }
    if (level < leaf.definition()) {
      return null;
    }
    if (values == null) {
      values = stored.get();
    }
    return values.next();
  }
}
