package org.masterplan.platform.parquet;

import java.util.HashMap;
import java.util.Map;

/** Which fields of a structure are wanted; all others are passed over. */
record Shape(Map<Integer, Shape> fields) {
  /** A field that holds no fields. */
  static final Shape VALUE = new Shape(Map.of());

  /** Of plain fields only. */
  static Shape of(int... ids) {
    var fields = new HashMap<Integer, Shape>();
    for (int id : ids) {
      fields.put(id, VALUE);
    }
    return new Shape(fields);
  }

  /** And a field that is a structure, or a list of such. */
  Shape with(int id, Shape shape) {
    var all = new HashMap<>(fields);
    all.put(id, shape);
    return new Shape(all);
  }
}
