package org.masterplan.matching.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** The fields that a run compares, each once; a record's values stand in this order. */
public record Schema(List<Field> fields) {
  public Schema {
    fields = List.copyOf(new LinkedHashSet<>(fields));
  }

  /** A schema of these dictionary names. */
  public static Schema of(String... names) {
    return new Schema(List.of(names).stream().map(Field::of).toList());
  }

  /** The union of the fields of all sources, in the dictionary's order, whatever their order. */
  public static Schema union(List<SourceMapping> sources) {
    var known = new LinkedHashSet<Field>();
    var named = new TreeSet<String>();
    sources.forEach(source -> source.columns().keySet().forEach(field -> named.add(field.name())));
    Field.dictionary().stream().filter(field -> named.remove(field.name())).forEach(known::add);
    named.forEach(name -> known.add(Field.of(name)));
    return new Schema(List.copyOf(known));
  }

  /** Position of the field in a record's values, -1 where the schema does not have it. */
  public int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
