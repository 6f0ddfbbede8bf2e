package org.masterplan.platform.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.refusal.InvalidFields;

/** The fields that a list knows. A name may be written in snake_case or camelCase. */
record Catalogue(List<Field> fields) {
  Optional<Field> find(String name) {
    var wanted = plain(name);
    return fields.stream().filter(f -> plain(f.name()).equals(wanted)).findFirst();
  }

  InvalidFields unknown(String parameter, String name) {
    var known = fields.stream().map(Field::name).sorted().collect(Collectors.joining(", "));
    return InvalidFields.of(
        parameter, "FIELD_UNKNOWN", Map.of("parameter", parameter, "value", name, "known", known));
  }

  /** A name without the difference between its two spellings. */
  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
  }
}
