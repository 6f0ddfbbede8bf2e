package org.masterplan.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.rest.Transcoder;

/** The description holds what OpenAPI 3.1 asks of it, and every call of contracts.md. */
class OpenApiTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final Contract CONTRACT = Contract.load();
  private static final JsonObject API =
      new OpenApi(CONTRACT, Transcoder.offered(CONTRACT)).describe();

  @Test
  void root_hasWhatIsRequired() {
    assertThat(API.get("openapi").getAsString()).isEqualTo("3.1.0");
    assertThat(API.getAsJsonObject("info").keySet()).contains("title", "version");
  }

  @Test
  void references_leadSomewhere() {
    var references = new ArrayList<String>();
    collect(API, references);

    assertThat(references).hasSizeGreaterThan(50);
    for (var reference : references) {
      JsonElement at = API;
      for (var part : reference.substring(2).split("/")) {
        assertThat(at.getAsJsonObject().has(part)).as(reference).isTrue();
        at = at.getAsJsonObject().get(part);
      }
    }
  }

  @Test
  void operations_haveUniqueIds_andAnswers() {
    var ids = new ArrayList<String>();
    for (var operation : operations()) {
      ids.add(operation.get("operationId").getAsString());
      assertThat(operation.getAsJsonObject("responses").keySet()).isNotEmpty();
      for (var response : operation.getAsJsonObject("responses").entrySet()) {
        assertThat(response.getValue().getAsJsonObject().has("description")).isTrue();
      }
    }

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void pathVariables_areDeclared_once() {
    for (var path : API.getAsJsonObject("paths").entrySet()) {
      var wanted = VARIABLE.matcher(path.getKey()).results().map(r -> r.group(1)).toList();
      for (var operation : path.getValue().getAsJsonObject().entrySet()) {
        var parameters = operation.getValue().getAsJsonObject().getAsJsonArray("parameters");
        var names = names(parameters == null ? new JsonArray() : parameters);
        assertThat(names.stream().filter(n -> n.startsWith("path ")).map(n -> n.substring(5)))
            .as(path.getKey())
            .containsExactlyElementsOf(wanted);
        assertThat(names).as(path.getKey()).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void paths_areThoseOfTheContracts() {
    assertThat(API.getAsJsonObject("paths").keySet())
        .contains(
            "/v1/dev/token",
            "/v1/token",
            "/v1/portfolio",
            "/v1/communities:import",
            "/v1/communities/{community}/members:import",
            "/v1/communities/{community}",
            "/v1/communities/{community}:submit",
            "/v1/communities/{community}:transfer",
            "/v1/sources/{source}:suggestMapping",
            "/v1/sources/{source}:load",
            "/v1/operations/{operation}",
            "/v1/profiles:lookup",
            "/v1/profiles:crosswalk",
            "/v1/profiles:merge",
            "/v1/profiles/{profile}:split",
            "/v1/profiles/{profile}:explain",
            "/v1/profiles/{profile}:erase",
            "/v1/profiles/{profile}:withdrawConsent",
            "/v1/doNotCall:remove",
            "/v1/messages/{message}:check",
            "/v1/messages/{message}/collisions",
            "/v1/contacts:decide",
            "/v1/activities:import",
            "/v1/communities/{community}/health",
            "/v1/ghostShips",
            "/v1/rescueCases",
            "/v1/mentions:import",
            "/v1/segments",
            "/v1/employees/{employee}:depart",
            "/v1/businessUnits/{businessUnit}:dissolve");
  }

  @Test
  void comments_areTaken() {
    var create =
        API.getAsJsonObject("paths").getAsJsonObject("/v1/communities").getAsJsonObject("post");

    assertThat(create.get("description").getAsString()).startsWith("Registers a community");
  }

  private static List<JsonObject> operations() {
    return API.getAsJsonObject("paths").entrySet().stream()
        .flatMap(p -> p.getValue().getAsJsonObject().entrySet().stream())
        .map(o -> o.getValue().getAsJsonObject())
        .toList();
  }

  private static List<String> names(JsonArray parameters) {
    var names = new ArrayList<String>();
    for (var parameter : parameters) {
      var p = parameter.getAsJsonObject();
      names.add(p.get("in").getAsString() + " " + p.get("name").getAsString());
    }
    return names;
  }

  private static void collect(JsonElement element, List<String> into) {
    if (element instanceof JsonObject object) {
      if (object.has("$ref")) {
        into.add(object.get("$ref").getAsString());
      }
      object.entrySet().forEach(e -> collect(e.getValue(), into));
    } else if (element instanceof JsonArray array) {
      array.forEach(e -> collect(e, into));
    }
  }
}
