package org.masterplan.kernel.query;

import java.time.Instant;

/** A value of a field in a filter, an order or a page position. */
public sealed interface Value {
  /** Text; already folded where the field is {@link Field.Kind#FOLDED}. */
  record Text(String text) implements Value {}

  record Number(double number) implements Value {}

  record Bool(boolean truth) implements Value {}

  record Time(Instant instant) implements Value {}

  /** The field is absent. Orders before everything; {@code field:*} asks for its opposite. */
  record Absent() implements Value {}

  /** {@code field:*}: the field is present. */
  record Present() implements Value {}
}
