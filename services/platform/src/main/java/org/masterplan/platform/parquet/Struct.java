package org.masterplan.platform.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wanted fields of one structure of Thrift, by their numbers. */
final class Struct {
  private final Map<Integer, Object> fields = new HashMap<>(8);

  void put(int id, Object value) {
    fields.put(id, value);
  }

  boolean has(int id) {
    return fields.containsKey(id);
  }

  /** A field without which nothing can be read. */
  long number(int id) {
    if (fields.get(id) instanceof Long number) {
      return number;
    }
    throw Faults.broken();
  }

  long number(int id, long otherwise) {
    return has(id) ? number(id) : otherwise;
  }

  boolean flag(int id, boolean otherwise) {
    return fields.getOrDefault(id, otherwise) instanceof Boolean flag ? flag : otherwise;
  }

  String text(int id) {
    if (fields.get(id) instanceof String text) {
      return text;
    }
    throw Faults.broken();
  }

  Struct struct(int id) {
    if (fields.get(id) instanceof Struct struct) {
      return struct;
    }
    throw Faults.broken();
  }

  List<Struct> structs(int id) {
    if (fields.getOrDefault(id, List.of()) instanceof List<?> list) {
      return list.stream().map(Struct::cast).toList();
    }
    throw Faults.broken();
  }

  private static Struct cast(Object each) {
    if (each instanceof Struct struct) {
      return struct;
    }
    throw Faults.broken();
  }
}
