package org.masterplan.gateway.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/** Makes the request message out of path, parameters and body. */
final class Requests {
  private static final Set<String> NOT_CHANGED = Set.of("name", "etag");
  private final JsonFormat.Parser parser;

  Requests(TypeRegistry types) {
    this.parser = JsonFormat.parser().usingTypeRegistry(types);
  }

  /**
   * What an HTTP request says.
   *
   * @param filled fields that the path fills
   * @param parameters fields that the query fills
   * @param body JSON, or empty
   */
  record Said(Map<String, String> filled, Map<String, String[]> parameters, String body) {}

  /** The message; refuses with every field that is unknown or cannot be read. */
  DynamicMessage of(Route route, Said said) {
    var type = route.rpc().proto().getInputType();
    Lengths.check(said.filled(), said.parameters(), type);
    var tree = body(route, type, said.body());
    said.parameters().forEach((name, values) -> Json.put(tree, type, named(name, type), values));
    deriveMask(route, type, tree);
    said.filled().forEach((name, value) -> Json.put(tree, type, name, value));
    return message(tree, type);
  }

  /** {@code fields} is short for the mask of what is read, where the method has one. */
  private static String named(String parameter, Descriptor type) {
    boolean mask = parameter.equals("fields") && type.findFieldByName("fields") == null;
    return mask && type.findFieldByName("read_mask") != null ? "readMask" : parameter;
  }

  /** The message that a JSON tree describes. */
  DynamicMessage message(JsonObject tree, Descriptor type) {
    var unknown = new ArrayList<Violation>();
    Json.findUnknown(tree, type, "", unknown);
    if (!unknown.isEmpty()) {
      throw new InvalidFields(unknown);
    }
    var builder = DynamicMessage.newBuilder(type);
    try {
      parser.merge(tree.toString(), builder);
      return builder.build();
    } catch (InvalidProtocolBufferException e) {
      throw new InvalidFields(new Diagnosis(parser).of(tree, type));
    }
  }

  private static JsonObject body(Route route, Descriptor type, String body) {
    if (route.body().equals("*")) {
      return Json.object(body);
    }
    var tree = new JsonObject();
    if (!route.body().isEmpty() && !body.isBlank()) {
      var field = type.findFieldByName(route.body());
      tree.add(field.getJsonName(), field.isRepeated() ? Json.parse(body) : Json.object(body));
    }
    return tree;
  }

  /** A PATCH without a mask changes the fields that its body names, and only those. */
  private static void deriveMask(Route route, Descriptor type, JsonObject tree) {
    var mask = type.findFieldByName("update_mask");
    if (!route.verb().equals("PATCH") || mask == null || tree.has(mask.getJsonName())) {
      return;
    }
    var resource = type.findFieldByName(route.body());
    if (resource != null && tree.get(resource.getJsonName()) instanceof JsonObject body) {
      tree.addProperty(mask.getJsonName(), paths(body, resource));
    }
  }

  private static String paths(JsonObject body, FieldDescriptor resource) {
    return body.keySet().stream()
        .flatMap(key -> Json.field(resource.getMessageType(), key).stream())
        .filter(field -> !NOT_CHANGED.contains(field.getName()))
        .map(FieldDescriptor::getJsonName)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** Finds out which fields cannot be read, once it is known that some cannot. */
  private record Diagnosis(JsonFormat.Parser parser) {

    List<Violation> of(JsonObject tree, Descriptor type) {
      var found = new ArrayList<Violation>();
      walk(tree, type, "", found);
      return found.isEmpty() ? List.of(new Violation("body", "NOT_READABLE", Map.of())) : found;
    }

    private void walk(JsonObject tree, Descriptor type, String path, List<Violation> found) {
      for (var entry : tree.entrySet()) {
        var at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        var field = Json.field(type, entry.getKey()).orElseThrow();
        var alone = new JsonObject();
        alone.add(entry.getKey(), entry.getValue());
        if (readable(alone, type)) {
          continue;
        }
        if (entry.getValue() instanceof JsonObject map && field.isMapField()) {
          map.entrySet().forEach(e -> look(e, type, new Place(field, at), found));
        } else if (entry.getValue() instanceof JsonObject below
            && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
            && Json.isPlain(field.getMessageType())) {
          walk(below, field.getMessageType(), at, found);
        } else {
          found.add(Expectations.violation(field, at, entry.getValue()));
        }
      }
    }

    /** A map field of a message, and where it stands. */
    private record Place(FieldDescriptor map, String at) {}

    private void look(
        Map.Entry<String, JsonElement> one, Descriptor type, Place place, List<Violation> found) {
      var map = new JsonObject();
      map.add(one.getKey(), one.getValue());
      var alone = new JsonObject();
      alone.add(place.map().getJsonName(), map);
      if (readable(alone, type)) {
        return;
      }
      var value = place.map().getMessageType().findFieldByName("value");
      var at = place.at() + "." + one.getKey();
      if (one.getValue() instanceof JsonObject below && Json.entries(place.map()).isPresent()) {
        walk(below, value.getMessageType(), at, found);
      } else {
        found.add(Expectations.violation(value, at, one.getValue()));
      }
    }

    private boolean readable(JsonObject tree, Descriptor type) {
      try {
        parser.merge(tree.toString(), DynamicMessage.newBuilder(type));
        return true;
      } catch (InvalidProtocolBufferException _) {
        return false;
      }
    }
  }
}
