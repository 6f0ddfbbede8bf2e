package org.masterplan.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/** JSON trees and how they relate to message types. */
final class Json {
  private static final Set<String> OPAQUE =
      Set.of("Timestamp", "Duration", "FieldMask", "Struct", "Value", "ListValue", "Any");

  private Json() {}

  /** Reads one JSON value; refuses anything else, saying where reading stopped. */
  static JsonElement parse(String text) {
    var reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      var tree = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw notJson(reader.getPath());
      }
      return tree;
    } catch (JsonParseException | IOException _) {
      throw notJson(reader.getPath());
    }
  }

  /** Reads one JSON object; an empty text is an empty object. */
  static JsonObject object(String text) {
    if (text.isBlank()) {
      return new JsonObject();
    }
    if (parse(text) instanceof JsonObject object) {
      return object;
    }
    throw notJson("$");
  }

  /** The field of that name, as JSON or as proto spells it. */
  static Optional<FieldDescriptor> field(Descriptor type, String name) {
    return type.getFields().stream()
        .filter(f -> f.getJsonName().equals(name) || f.getName().equals(name))
        .findFirst();
  }

  /** Whether JSON shows the type's fields by name, which the well-known types do not. */
  static boolean isPlain(Descriptor type) {
    var name = type.getName();
    return !type.getFullName().startsWith("google.protobuf.")
        || !(OPAQUE.contains(name) || name.endsWith("Value"));
  }

  /**
   * Puts a parameter where its dotted path leads; refuses a path that leads nowhere.
   *
   * @param values one value, or several for a repeated field
   */
  static void put(JsonObject root, Descriptor type, String path, String... values) {
    var object = root;
    var here = type;
    var parts = path.split("\\.", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      var field =
          field(here, parts[i]).filter(Json::isSingleMessage).orElseThrow(() -> unknown(path));
      object = child(object, field.getJsonName());
      here = field.getMessageType();
    }
    var field = field(here, parts[parts.length - 1]).orElseThrow(() -> unknown(path));
    object.remove(field.getName());
    object.add(field.getJsonName(), value(field, path, values));
  }

  /** Every field of the tree that the type does not have, and rivals of which it has only one. */
  static void findUnknown(
      JsonObject tree, Descriptor type, String path, java.util.List<Violation> into) {
    for (Map.Entry<String, JsonElement> entry : tree.entrySet()) {
      var at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      var field = field(type, entry.getKey());
      if (field.isEmpty()) {
        into.add(new Violation(at, "UNKNOWN_FIELD", Map.of("field", at)));
      } else {
        findUnknownBelow(entry.getValue(), field.get(), at, into);
      }
    }
    findRivals(tree, type, path, into);
  }

  /** Fields of which only one may be given, where several are. */
  private static void findRivals(
      JsonObject tree, Descriptor type, String path, java.util.List<Violation> into) {
    for (var oneOf : type.getRealOneofs()) {
      var given = oneOf.getFields().stream().filter(f -> isGiven(tree, f)).toList();
      if (given.size() > 1) {
        var at = path.isEmpty() ? "" : path + ".";
        var names = given.stream().map(f -> at + f.getJsonName()).toList();
        var about = Map.of("field", names.getFirst(), "fields", String.join(", ", names));
        into.add(new Violation(names.getFirst(), "ONLY_ONE", about));
      }
    }
  }

  private static boolean isGiven(JsonObject tree, FieldDescriptor field) {
    return Stream.of(field.getJsonName(), field.getName())
        .anyMatch(name -> tree.has(name) && !tree.get(name).isJsonNull());
  }

  private static void findUnknownBelow(
      JsonElement value, FieldDescriptor field, String at, java.util.List<Violation> into) {
    if (field.isMapField()) {
      entries(field).ifPresent(of -> findUnknownInMap(value, of, at, into));
      return;
    }
    if (field.getJavaType() != JavaType.MESSAGE) {
      return;
    }
    if (!isPlain(field.getMessageType())) {
      return;
    }
    if (value instanceof JsonObject object) {
      findUnknown(object, field.getMessageType(), at, into);
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        findUnknownBelow(array.get(i), field, at + "[" + i + "]", into);
      }
    }
  }

  /** The values of a map, where they are messages. */
  static Optional<FieldDescriptor> entries(FieldDescriptor map) {
    return Optional.of(map.getMessageType().findFieldByName("value"))
        .filter(value -> value.getJavaType() == JavaType.MESSAGE);
  }

  private static void findUnknownInMap(
      JsonElement map, FieldDescriptor of, String at, java.util.List<Violation> into) {
    if (map instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(e -> findUnknownBelow(e.getValue(), of, at + "." + e.getKey(), into));
    }
  }

  private static boolean isSingleMessage(FieldDescriptor field) {
    return field.getJavaType() == JavaType.MESSAGE
        && !field.isRepeated()
        && isPlain(field.getMessageType());
  }

  private static JsonObject child(JsonObject parent, String name) {
    if (parent.get(name) instanceof JsonObject there) {
      return there;
    }
    var made = new JsonObject();
    parent.add(name, made);
    return made;
  }

  private static JsonElement value(FieldDescriptor field, String path, String... values) {
    if (!field.isRepeated()) {
      if (values.length > 1) {
        throw InvalidFields.of(path, "GIVEN_TWICE", Map.of("field", path));
      }
      return new JsonPrimitive(values[0]);
    }
    var array = new JsonArray();
    for (var value : values) {
      array.add(value);
    }
    return array;
  }

  private static InvalidFields unknown(String path) {
    return InvalidFields.of(path, "UNKNOWN_FIELD", Map.of("field", path));
  }

  private static InvalidFields notJson(String at) {
    return InvalidFields.of("body", "NOT_JSON", Map.of("at", at));
  }
}
