package org.masterplan.allinone.demo;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/** Units, employees, segments, product lines, objectives; and, last, who left. */
final class OrganisationSteps {
  private final Path plan;
  private final PlanApi cmo;

  OrganisationSteps(Path files, PlanApi cmo) {
    this.plan = files.resolve("plan");
    this.cmo = cmo;
  }

  Step units() throws IOException {
    return new Step(
        "units",
        creations("business-units", "businessUnits?businessUnitId=", OrganisationSteps::titled));
  }

  Step employees() throws IOException {
    return new Step(
        "employees",
        creations(
            "employees", "employees?employeeId=", line -> ofUnit(titled(line, "name"), line)));
  }

  Step plan() throws IOException {
    var pieces = new ArrayList<Step.Piece>();
    pieces.addAll(creations("segments", "segments?segmentId=", OrganisationSteps::segment));
    pieces.addAll(
        creations(
            "product-lines", "productLines?productLineId=", line -> ofUnit(titled(line), line)));
    pieces.addAll(creations("objectives", "objectives?objectiveId=", OrganisationSteps::titled));
    return new Step("plan", pieces);
  }

  /** What happened to staff and units since the communities were founded. */
  Step changes() throws IOException {
    var pieces = new ArrayList<Step.Piece>();
    for (var line : Lines.of(plan.resolve("reorganisations.jsonl"))) {
      switch (text(line, "kind")) {
        case "DEPARTED" -> pieces.add(() -> depart(line));
        case "DISSOLVED" -> pieces.add(() -> dissolve(line));
        default -> {
          // Employees are entered in the unit they are in now.
        }
      }
    }
    return new Step("checks", pieces);
  }

  private void depart(JsonObject line) throws IOException {
    var body = new JsonObject();
    body.addProperty("departTime", text(line, "date") + "T00:00:00Z");
    send("/v1/employees/" + text(line, "employee") + ":depart", body);
  }

  private void dissolve(JsonObject line) throws IOException {
    var body = new JsonObject();
    body.addProperty("reason", "Reorganisation of " + text(line, "date"));
    if (line.has("toUnit")) {
      body.addProperty("successor", "businessUnits/" + text(line, "toUnit"));
    }
    send("/v1/businessUnits/" + text(line, "unit") + ":dissolve", body);
  }

  private void send(String path, JsonObject body) throws IOException {
    Known.isFine(() -> cmo.post(path, new Body.Json(body)));
  }

  private List<Step.Piece> creations(
      String file, String path, Function<JsonObject, JsonObject> body) throws IOException {
    return Lines.of(plan.resolve(file + ".jsonl")).stream()
        .<Step.Piece>map(line -> () -> send("/v1/" + path + text(line, "id"), body.apply(line)))
        .toList();
  }

  private static JsonObject segment(JsonObject line) {
    var body = titled(line);
    body.addProperty("description", text(line, "need"));
    body.addProperty("profileFilter", text(line, "filter"));
    return body;
  }

  private static JsonObject titled(JsonObject line) {
    return titled(line, "title");
  }

  private static JsonObject titled(JsonObject line, String from) {
    var body = new JsonObject();
    body.addProperty("title", text(line, from));
    return body;
  }

  private static JsonObject ofUnit(JsonObject body, JsonObject line) {
    body.addProperty("businessUnit", "businessUnits/" + text(line, "unit"));
    return body;
  }

  private static String text(JsonObject line, String name) {
    return line.has(name) ? line.get(name).getAsString() : "";
  }
}
