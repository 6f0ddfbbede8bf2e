package org.masterplan.allinone.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.SourceMapping;

/**
 * The mappings that a run took, for programs; in the shape of {@code --config}, so that they can be
 * handed in again.
 */
final class MappingWords {
  private MappingWords() {}

  static JsonObject json(List<Resolve.Input> inputs) {
    var sources = new JsonObject();
    inputs.forEach(input -> sources.add(input.source(), json(input.mapping())));
    var mapping = new JsonObject();
    mapping.add("sources", sources);
    return mapping;
  }

  private static JsonObject json(SourceMapping mapping) {
    var json = new JsonObject();
    if (!mapping.idColumn().isEmpty()) {
      json.addProperty("id", mapping.idColumn());
    }
    var fields = new JsonObject();
    mapping.columns().forEach((field, column) -> fields.add(field.name(), json(column)));
    json.add("fields", fields);
    return json;
  }

  private static JsonElement json(Column column) {
    if (column.format().isEmpty()) {
      return new JsonPrimitive(column.name());
    }
    var json = new JsonObject();
    json.addProperty("column", column.name());
    json.addProperty("format", column.format());
    return json;
  }
}
