package org.masterplan.platform.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The columns of a file. A structure's fields are columns of their own, {@code outer.inner}; a list
 * is one column if its elements are plain values. Everything else is refused by its name, because
 * no cell could hold it.
 */
final class Schema {
  static final Shape ELEMENT = Shape.of(1, 2, 3, 4, 5, 6, 7).with(10, Meaning.LOGICAL);

  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;
  private static final int MAX_DEPTH = 32;

  private final Iterator<Struct> elements;
  private final List<Leaf> leaves = new ArrayList<>();

  private Schema(Iterator<Struct> elements) {
    this.elements = elements;
  }

  /** How far down the schema, and what may be absent or repeated on the way. */
  private record Level(int depth, int definition, int repetition) {
    Level in(Struct element) {
      long kind = element.number(3, 0);
      return new Level(
          depth + 1,
          definition + (kind == OPTIONAL || kind == REPEATED ? 1 : 0),
          repetition + (kind == REPEATED ? 1 : 0));
    }
  }

  static List<Leaf> leaves(List<Struct> elements) {
    var schema = new Schema(elements.iterator());
    var root = schema.next();
    schema.fields(root, "", new Level(0, 0, 0));
    if (schema.elements.hasNext()) {
      throw Faults.broken();
    }
    return List.copyOf(schema.leaves);
  }

  private void fields(Struct group, String prefix, Level level) {
    for (long n = children(group); n > 0; n--) {
      field(prefix, level);
    }
  }

  private void field(String prefix, Level outer) {
    var element = next();
    var name = prefix + element.text(4);
    var level = outer.in(element);
    if (level.depth() > MAX_DEPTH) {
      throw Faults.broken();
    }
    if (element.has(1)) {
      add(name, element, level);
    } else if (isList(element)) {
      list(name, element, level);
    } else if (isOpaque(element) || level.repetition() > outer.repetition()) {
      throw Faults.nested(name);
    } else {
      fields(element, name + ".", level);
    }
  }

  /** The element is what is repeated, or the only field of it. */
  private void list(String name, Struct list, Level level) {
    if (children(list) != 1) {
      throw Faults.nested(name);
    }
    var repeated = next();
    var inner = level.in(repeated);
    if (inner.repetition() == level.repetition()) {
      throw Faults.broken();
    }
    if (repeated.has(1)) {
      add(name, repeated, inner);
      return;
    }
    if (children(repeated) != 1) {
      throw Faults.nested(name);
    }
    var element = next();
    if (!element.has(1)) {
      throw Faults.nested(name);
    }
    add(name, element, inner.in(element));
  }

  private void add(String name, Struct element, Level level) {
    if (level.repetition() > 1) {
      throw Faults.nested(name);
    }
    var physical = Physical.of(element.number(1));
    long length = physical == Physical.FIXED_LEN_BYTE_ARRAY ? element.number(2) : 0;
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw Faults.broken();
    }
    leaves.add(
        new Leaf(
            name,
            physical,
            (int) length,
            level.definition(),
            level.repetition(),
            Texts.of(name, physical, Meaning.of(element))));
  }

  private static boolean isList(Struct group) {
    return group.has(10) ? group.struct(10).has(3) : group.number(6, -1) == 3;
  }

  /** A map, or a value that may be of any type. */
  private static boolean isOpaque(Struct group) {
    return group.has(10)
        ? group.struct(10).has(2) || group.struct(10).has(16)
        : group.number(6, -1) == 1 || group.number(6, -1) == 2;
  }

  private static long children(Struct group) {
    return group.number(5, 0);
  }

  private Struct next() {
    if (!elements.hasNext()) {
      throw Faults.broken();
    }
    return elements.next();
  }
}
