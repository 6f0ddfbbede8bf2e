package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping as people write it: {@code id: COLUMN} and {@code fields:} with a column, or a column
 * and a format, for each field of the dictionary.
 */
final class MappingFile {
  private MappingFile() {}

  static JsonObject read(Path file) throws IOException, Trouble {
    try (var reader = Files.newBufferedReader(file)) {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      if (!(yaml.load(reader) instanceof Map<?, ?> given)
          || !(given.get("fields") instanceof Map<?, ?> fields)) {
        throw Trouble.unreadable(Phrases.say("mapping.notMapping", Map.of("file", file)));
      }
      var mapping = new JsonObject();
      if (given.get("id") != null) {
        mapping.addProperty("idColumn", text(file, "id", given.get("id")));
      }
      mapping.add("fields", fields(file, fields));
      return mapping;
    } catch (YAMLException _) {
      throw Trouble.unreadable(Phrases.say("mapping.notYaml", Map.of("file", file)));
    }
  }

  private static JsonObject fields(Path file, Map<?, ?> given) throws Trouble {
    var fields = new JsonObject();
    for (var entry : given.entrySet()) {
      var field = String.valueOf(entry.getKey());
      var column = column(file, field, entry.getValue());
      if (!column.has("column")) {
        throw Trouble.unreadable(
            Phrases.say("mapping.noColumn", Map.of("file", file, "field", field)));
      }
      fields.add(field, column);
    }
    return fields;
  }

  private static JsonObject column(Path file, String field, @Nullable Object given) throws Trouble {
    var column = new JsonObject();
    var parts =
        given instanceof Map<?, ?> several ? several : Collections.singletonMap("column", given);
    for (var part : parts.entrySet()) {
      var name = String.valueOf(part.getKey());
      var text = text(file, "fields." + field + "." + name, part.getValue());
      if (!text.isBlank()) {
        column.addProperty(name, text);
      }
    }
    return column;
  }

  /** What stands there; empty for nothing. A list or a mapping is refused. */
  private static String text(Path file, String field, @Nullable Object value) throws Trouble {
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      throw Trouble.unreadable(
          Phrases.say("mapping.notText", Map.of("file", file, "field", field)));
    }
    return value == null ? "" : value.toString();
  }
}
