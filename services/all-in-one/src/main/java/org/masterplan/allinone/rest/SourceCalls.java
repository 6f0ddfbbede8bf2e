package org.masterplan.allinone.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The way of a customer database into the plan: mapped, confirmed, loaded, waited for. */
public final class SourceCalls {
  private static final int SAMPLE = 128 * 1024;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final PlanApi api;
  private final String path;

  /** Calls about one source. */
  public SourceCalls(PlanApi api, String id) {
    this.api = api;
    this.path = "/v1/sources/" + id;
  }

  /** Lets the plan suggest a mapping, and stands behind it. */
  public void takeSuggestion(Body.File file) throws IOException {
    var body = new JsonObject();
    body.addProperty("sample", Base64.getEncoder().encodeToString(beginning(file)));
    body.addProperty("contentType", file.contentType());
    api.post(path + ":suggestMapping", new Body.Json(body));
    api.post(path + ":confirmMapping");
  }

  /** The same of a file of which no piece can be read alone: by its columns and first rows. */
  public void takeSuggestion(List<String> columns, List<List<String>> rows) throws IOException {
    var body = new JsonObject();
    body.add("header", texts(columns));
    var sample = new JsonArray();
    for (var cells : rows) {
      var row = new JsonObject();
      row.add("cells", texts(cells));
      sample.add(row);
    }
    body.add("rows", sample);
    api.post(path + ":suggestMapping", new Body.Json(body));
    api.post(path + ":confirmMapping");
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Stands behind this mapping. */
  public void confirm(JsonObject mapping) throws IOException {
    var body = new JsonObject();
    body.add("mapping", mapping);
    api.post(path + ":confirmMapping", new Body.Json(body));
  }

  /** Hands the file in; returns the name of the operation that works through it. */
  public String load(Body.File file) throws IOException {
    return api.post(path + ":load", file).get("name").getAsString();
  }

  /** Waits until the operation is done; returns what came of it. */
  public JsonObject await(String operation) throws IOException {
    while (true) {
      var now = api.get("/v1/" + operation);
      if (now.get("error") instanceof JsonObject error) {
        throw Refused.of(status(error), error);
      }
      if (now.has("done") && now.get("done").getAsBoolean()) {
        return now.get("response") instanceof JsonObject result ? result : new JsonObject();
      }
      pause();
    }
  }

  /** The HTTP status of an operation's canonical one (google/rpc/code.proto). */
  private static int status(JsonObject error) {
    return switch (error.has("code") ? error.get("code").getAsInt() : 0) {
      case 1 -> 499;
      case 3, 9, 11 -> 400;
      case 5 -> 404;
      case 6, 10 -> 409;
      case 7 -> 403;
      case 8 -> 429;
      case 14 -> 503;
      case 16 -> 401;
      default -> 500;
    };
  }

  /** Whole lines of a text; a workbook cannot be cut. */
  private static byte[] beginning(Body.File file) throws IOException {
    if (file.contentType().endsWith("sheet") || Files.size(file.path()) <= SAMPLE) {
      return Files.readAllBytes(file.path());
    }
    try (var stream = Files.newInputStream(file.path())) {
      var bytes = stream.readNBytes(SAMPLE);
      var end = bytes.length - 1;
      while (end > 0 && bytes[end] != '\n') {
        end--;
      }
      var wide = file.contentType().contains("UTF-16");
      return Arrays.copyOf(bytes, Math.min(bytes.length, end + (wide ? 2 : 1)));
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
