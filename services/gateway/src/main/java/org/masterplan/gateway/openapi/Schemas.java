package org.masterplan.gateway.openapi;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** JSON schemas of messages, by protobuf's JSON mapping. */
final class Schemas {
  private final Function<GenericDescriptor, String> comments;
  private final TreeMap<String, JsonObject> done = new TreeMap<>();
  private final Deque<Descriptor> waiting = new ArrayDeque<>();

  Schemas(Function<GenericDescriptor, String> comments) {
    this.comments = comments;
  }

  /** The schema of a message: a reference, described once. */
  JsonObject of(Descriptor type) {
    var known = wellKnown(type.getFullName());
    if (known != null) {
      return known;
    }
    if (!done.containsKey(type.getFullName())) {
      done.put(type.getFullName(), new JsonObject());
      waiting.add(type);
    }
    var reference = new JsonObject();
    reference.addProperty("$ref", "#/components/schemas/" + type.getFullName());
    return reference;
  }

  /** The schema of a field's value. */
  JsonObject of(FieldDescriptor field) {
    if (field.isMapField()) {
      var map = typed("object", "");
      map.add("additionalProperties", of(field.getMessageType().findFieldByName("value")));
      return map;
    }
    if (!field.isRepeated()) {
      return single(field);
    }
    var list = typed("array", "");
    list.add("items", single(field));
    return list;
  }

  /** A message in place, without some of its fields. */
  JsonObject inline(Descriptor type, Set<String> without) {
    var schema = typed("object", "");
    var properties = new JsonObject();
    var required = new JsonArray();
    for (var field : type.getFields()) {
      if (!without.contains(field.getName())) {
        properties.add(field.getJsonName(), described(field));
        if (is(field, FieldBehavior.REQUIRED)) {
          required.add(field.getJsonName());
        }
      }
    }
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    return schema;
  }

  /** Every schema that was referred to. */
  JsonObject components() {
    while (!waiting.isEmpty()) {
      var type = waiting.remove();
      var schema = inline(type, Set.of());
      describe(schema, comments.apply(type));
      done.put(type.getFullName(), schema);
    }
    var all = new JsonObject();
    done.forEach(all::add);
    return all;
  }

  /** A field with its comment and how it may be used. */
  JsonObject described(FieldDescriptor field) {
    var schema = of(field);
    describe(schema, comments.apply(field));
    if (is(field, FieldBehavior.OUTPUT_ONLY)) {
      schema.addProperty("readOnly", true);
    }
    if (is(field, FieldBehavior.INPUT_ONLY)) {
      schema.addProperty("writeOnly", true);
    }
    return schema;
  }

  static boolean is(FieldDescriptor field, FieldBehavior behavior) {
    return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).contains(behavior);
  }

  static JsonObject typed(String type, String format) {
    var schema = new JsonObject();
    schema.addProperty("type", type);
    if (!format.isEmpty()) {
      schema.addProperty("format", format);
    }
    return schema;
  }

  private JsonObject single(FieldDescriptor field) {
    return switch (field.getType()) {
      case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> typed("integer", "int32");
      // JavaScript cannot hold 64 bits in a number, so JSON has them in a text.
      case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> typed("string", "int64");
      case FLOAT -> typed("number", "float");
      case DOUBLE -> typed("number", "double");
      case BOOL -> typed("boolean", "");
      case STRING -> typed("string", "");
      case BYTES -> typed("string", "byte");
      case ENUM -> words(field.getEnumType());
      case MESSAGE, GROUP -> of(field.getMessageType());
    };
  }

  private JsonObject words(EnumDescriptor type) {
    var schema = typed("string", "");
    var values = new JsonArray();
    type.getValues().forEach(value -> values.add(value.getName()));
    schema.add("enum", values);
    var meanings =
        type.getValues().stream()
            .filter(value -> !comments.apply(value).isEmpty())
            .map(value -> "- `" + value.getName() + "`: " + comments.apply(value))
            .collect(Collectors.joining("\n"));
    describe(schema, meanings);
    return schema;
  }

  private static @org.jspecify.annotations.Nullable JsonObject wellKnown(String type) {
    return switch (type) {
      case "google.protobuf.Timestamp" -> typed("string", "date-time");
      case "google.protobuf.Duration" -> typed("string", "");
      case "google.protobuf.FieldMask" -> typed("string", "");
      case "google.protobuf.Struct", "google.protobuf.Any", "google.protobuf.Empty" ->
          typed("object", "");
      case "google.protobuf.Value" -> new JsonObject();
      case "google.protobuf.ListValue" -> typed("array", "");
      default -> null;
    };
  }

  private static void describe(JsonObject schema, String comment) {
    if (!comment.isEmpty()) {
      var before = schema.has("description") ? "\n" + schema.get("description").getAsString() : "";
      schema.addProperty("description", comment + before);
    }
  }
}
