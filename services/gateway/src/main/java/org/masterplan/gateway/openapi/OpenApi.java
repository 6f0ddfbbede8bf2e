package org.masterplan.gateway.openapi;

import com.google.api.FieldBehavior;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.rest.Route;
import org.masterplan.platform.intake.ContentTypes;

/** The REST interface as OpenAPI 3.1, made from the same contract that answers it. */
public final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final Set<String> IN_A_PARAMETER =
      Set.of("google.protobuf.Timestamp", "google.protobuf.Duration", "google.protobuf.FieldMask");
  private static final List<String> FILES =
      List.of(
          "text/csv",
          "text/tab-separated-values",
          "application/jsonl",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          ContentTypes.PARQUET);

  private final Contract contract;
  private final List<Route> routes;
  private final Schemas schemas;

  public OpenApi(Contract contract, List<Route> routes) {
    this.contract = contract;
    this.routes = routes;
    this.schemas = new Schemas(contract::comment);
  }

  /** The whole description. */
  public JsonObject describe() {
    var root = new JsonObject();
    root.addProperty("openapi", "3.1.0");
    root.add("info", HandWritten.info());
    root.add("tags", tags());
    root.add("paths", paths());
    root.add("security", HandWritten.security());
    var components = new JsonObject();
    components.add("securitySchemes", HandWritten.schemes());
    var types = schemas.components();
    types.add("Error", HandWritten.error());
    components.add("schemas", types);
    root.add("components", components);
    return root;
  }

  private JsonObject paths() {
    var paths = new TreeMap<String, JsonObject>();
    var seen = new TreeSet<String>();
    for (var route : routes) {
      var path = route.path().readable();
      var id = route.rpc().proto().getService().getName() + "_" + route.rpc().proto().getName();
      var unique = seen.add(id) ? id : id + "_" + (seen.size() + 1);
      paths
          .computeIfAbsent(path, _ -> new JsonObject())
          .add(route.verb().toLowerCase(Locale.ROOT), operation(route, unique));
    }
    HandWritten.paths().forEach(paths::put);
    var all = new JsonObject();
    paths.forEach(all::add);
    return all;
  }

  private JsonObject operation(Route route, String id) {
    var method = route.rpc().proto();
    var operation = new JsonObject();
    operation.addProperty("operationId", id);
    var tags = new JsonArray();
    tags.add(method.getService().getName());
    operation.add("tags", tags);
    var comment = contract.comment(method);
    operation.addProperty("summary", words(method.getName()));
    if (!comment.isEmpty()) {
      operation.addProperty("description", comment);
    }
    operation.add("parameters", parameters(route));
    if (route.isUpload()) {
      operation.add("requestBody", file());
    } else if (!route.body().isEmpty()) {
      operation.add("requestBody", body(route));
    }
    operation.add("responses", responses(route));
    return operation;
  }

  private JsonArray parameters(Route route) {
    var parameters = new JsonArray();
    var inPath = VARIABLE.matcher(route.path().readable());
    while (inPath.find()) {
      parameters.add(parameter(inPath.group(1), "path", true, Schemas.typed("string", "")));
    }
    var type = route.isUpload() ? header(route) : route.rpc().proto().getInputType();
    for (var field : type.getFields()) {
      if (isParameter(route, field)) {
        var required = Schemas.is(field, FieldBehavior.REQUIRED);
        var parameter = parameter(field.getJsonName(), "query", required, schemas.of(field));
        var comment = contract.comment(field);
        if (!comment.isEmpty()) {
          parameter.addProperty("description", comment);
        }
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  private static boolean isParameter(Route route, FieldDescriptor field) {
    if (route.path().variables().contains(field.getName())
        || field.getName().equals(route.body())
        || route.body().equals("*") && !route.isUpload()
        || field.isMapField()) {
      return false;
    }
    return field.getJavaType() != JavaType.MESSAGE
        || IN_A_PARAMETER.contains(field.getMessageType().getFullName());
  }

  private JsonObject body(Route route) {
    var type = route.rpc().proto().getInputType();
    var schema =
        route.body().equals("*")
            ? schemas.inline(type, Set.copyOf(route.path().variables()))
            : schemas.of(type.findFieldByName(route.body()));
    var body = new JsonObject();
    body.add("content", content(Map.of("application/json", schema)));
    return body;
  }

  private static JsonObject file() {
    var types = new TreeMap<String, JsonObject>();
    FILES.forEach(type -> types.put(type, Schemas.typed("string", "")));
    var body = new JsonObject();
    body.addProperty("required", true);
    body.add("content", content(types));
    return body;
  }

  private JsonObject responses(Route route) {
    var answer = new JsonObject();
    answer.addProperty("description", "The answer.");
    answer.add("content", content(Map.of(type(route), result(route))));
    var responses = new JsonObject();
    responses.add("200", answer);
    responses.add("default", HandWritten.refusal());
    return responses;
  }

  private static String type(Route route) {
    if (route.rpc().proto().getOutputType().getFullName().equals("google.api.HttpBody")) {
      return "text/csv";
    }
    return route.rpc().proto().isServerStreaming() ? "application/x-ndjson" : "application/json";
  }

  private JsonObject result(Route route) {
    var type = route.rpc().proto().getOutputType();
    if (type.getFullName().equals("google.api.HttpBody")) {
      return Schemas.typed("string", "");
    }
    return route.responseBody().isEmpty()
        ? schemas.of(type)
        : schemas.of(type.findFieldByName(route.responseBody()));
  }

  private JsonArray tags() {
    var tags = new TreeMap<String, String>();
    routes.forEach(
        r -> {
          var service = r.rpc().proto().getService();
          tags.put(service.getName(), contract.comment(service));
        });
    var all = new JsonArray();
    tags.forEach(
        (name, comment) -> {
          var tag = new JsonObject();
          tag.addProperty("name", name);
          tag.addProperty("description", comment);
          all.add(tag);
        });
    return all;
  }

  static JsonObject content(Map<String, JsonObject> types) {
    var content = new JsonObject();
    types.forEach(
        (type, schema) -> {
          var media = new JsonObject();
          media.add("schema", schema);
          content.add(type, media);
        });
    return content;
  }

  private static JsonObject parameter(
      String name, String where, boolean required, JsonObject schema) {
    var parameter = new JsonObject();
    parameter.addProperty("name", name);
    parameter.addProperty("in", where);
    parameter.addProperty("required", required);
    parameter.add("schema", schema);
    return parameter;
  }

  private static Descriptor header(Route route) {
    return route.rpc().proto().getInputType().findFieldByName("header").getMessageType();
  }

  /** {@code SubmitCommunity} as {@code Submit community}. */
  private static String words(String method) {
    var words = method.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
  }
}
