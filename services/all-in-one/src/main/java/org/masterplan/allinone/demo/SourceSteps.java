package org.masterplan.allinone.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.SourceCalls;
import org.masterplan.platform.intake.ContentTypes;

/** The customer databases: registered, mapped by the plan's own suggestion, loaded. */
final class SourceSteps {
  private final Path folder;
  private final PlanApi data;
  private final RowNotes notes;

  /** What to wait for, in the order of the files. */
  private final List<Step.Piece> loading = new ArrayList<>();

  SourceSteps(Path files, PlanApi data, RowNotes notes) {
    this.folder = files.resolve("sources");
    this.data = data;
    this.notes = notes;
  }

  /** The next file is handed in while the one before is still being worked through. */
  Step sources() throws IOException {
    var manifest = JsonParser.parseString(Files.readString(folder.resolve("sources.json")));
    var pieces = new ArrayList<Step.Piece>();
    for (var source : manifest.getAsJsonObject().getAsJsonArray("sources")) {
      pieces.add(() -> load(source.getAsJsonObject()));
    }
    pieces.add(
        () -> {
          for (var operation : loading) {
            operation.load();
          }
        });
    return new Step("sources", pieces);
  }

  private void load(JsonObject source) throws IOException {
    var id = text(source, "source");
    Known.isFine(() -> data.post("/v1/sources?sourceId=" + id, described(source)));
    var calls = new SourceCalls(data, id);
    var file = new Body.File(folder.resolve(text(source, "file")), type(source));
    calls.takeSuggestion(file);
    var operation = calls.load(file);
    loading.add(() -> notes.note(text(source, "file"), calls.await(operation)));
  }

  private static Body.Json described(JsonObject source) {
    var body = new JsonObject();
    body.addProperty("title", text(source, "title"));
    body.addProperty("businessUnit", "businessUnits/" + text(source, "unit"));
    body.add("purposes", source.has("purposes") ? source.get("purposes") : new JsonArray());
    for (var same : List.of("legalBasis", "collectedFrom", "collectedUntil")) {
      body.addProperty(same, text(source, same));
    }
    return new Body.Json(body);
  }

  private static String type(JsonObject source) {
    var type = ContentTypes.of(text(source, "file"));
    return text(source, "format").equals("XLSX")
        ? type
        : type + "; charset=" + text(source, "charset");
  }

  private static String text(JsonObject line, String name) {
    JsonElement value = line.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
