package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.Refused;
import org.masterplan.allinone.rest.SourceCalls;
import org.masterplan.platform.intake.ContentTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a file to a running plan. */
@Command(name = "import")
final class ImportCommand {
  @Command(name = "communities")
  int communities(
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
      @Mixin Connection connection,
      @Mixin Output output)
      throws IOException, Trouble {
    return rows(connection, output, "/v1/communities:import", file);
  }

  @Command(name = "activities")
  int activities(
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
      @Mixin Connection connection,
      @Mixin Output output)
      throws IOException, Trouble {
    return rows(connection, output, "/v1/activities:import", file);
  }

  @Command(name = "mentions")
  int mentions(
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
      @Mixin Connection connection,
      @Mixin Output output)
      throws IOException, Trouble {
    return rows(connection, output, "/v1/mentions:import", file);
  }

  @Command(name = "members")
  int members(
      @Option(names = "--community", required = true) String community,
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
      @Mixin Connection connection,
      @Mixin Output output)
      throws IOException, Trouble {
    return rows(connection, output, "/v1/communities/" + community + "/members:import", file);
  }

  @Command(name = "source")
  int source(
      @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id") String id,
      @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "file") Path file,
      @Option(names = "--mapping") @Nullable Path mapping,
      @Mixin Connection connection,
      @Mixin Output output)
      throws IOException, Trouble {
    var body = new Body.File(readable(file), type(file));
    var given = mapping == null ? null : MappingFile.read(readable(mapping));
    var sample = body.contentType().equals(ContentTypes.PARQUET) ? TableSample.of(file) : null;
    var api = connection.open();
    register(api, id);
    var calls = new SourceCalls(api, id);
    if (given != null) {
      calls.confirm(given);
    }
    return ofFile(
        file,
        output,
        () -> {
          if (given == null) {
            suggest(calls, body, sample);
          }
          return calls.await(calls.load(body));
        });
  }

  private static void suggest(SourceCalls calls, Body.File body, @Nullable TableSample sample)
      throws IOException {
    if (sample == null) {
      calls.takeSuggestion(body);
    } else {
      calls.takeSuggestion(sample.columns(), sample.rows());
    }
  }

  /** A database that is known already gets another load. */
  private static void register(PlanApi api, String id) throws IOException {
    var described = new JsonObject();
    described.addProperty("title", id);
    try {
      api.post("/v1/sources?sourceId=" + id, new Body.Json(described));
    } catch (Refused e) {
      if (!e.isKnownAlready()) {
        throw e;
      }
    }
  }

  private static int rows(Connection connection, Output output, String path, Path file)
      throws IOException, Trouble {
    var body = new Body.File(readable(file), type(file));
    var api = connection.open();
    return ofFile(file, output, () -> api.post(path, body));
  }

  /** A call that takes a file in. */
  @FunctionalInterface
  private interface Taking {
    JsonObject answer() throws IOException;
  }

  /** A file that the plan cannot read is the same to its owner as one that cannot be read here. */
  private static int ofFile(Path file, Output output, Taking taking) throws IOException, Trouble {
    try {
      return report(taking.answer(), output);
    } catch (Refused e) {
      if (e.isOfTheFile()) {
        throw Trouble.unreadable(file + ": " + e.getMessage());
      }
      throw e;
    }
  }

  static Path readable(Path file) throws Trouble {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Trouble.unreadable(Phrases.say("import.unreadable", Map.of("file", file)));
    }
    return file;
  }

  static String type(Path file) {
    return ContentTypes.of(String.valueOf(file.getFileName()));
  }

  private static int report(JsonObject answer, Output output) {
    var rejected = answer.get("rejected") instanceof JsonArray array ? array : new JsonArray();
    List<String> lines = new ArrayList<>();
    answer.entrySet().stream()
        .filter(e -> e.getValue().isJsonPrimitive())
        .forEach(e -> lines.add(figure(e.getKey(), e.getValue().getAsString())));
    rejected.forEach(row -> lines.add(Phrases.say("import.notTaken", Map.of("row", row))));
    output.say(answer, lines);
    boolean all = rejected.isEmpty() && total(answer) == 0;
    return all ? Ending.DONE : Ending.REJECTS;
  }

  /** How many rows were not taken, which may be more than are told. */
  private static long total(JsonObject answer) {
    return answer.has("rejectedTotal") ? answer.get("rejectedTotal").getAsLong() : 0;
  }

  /** A figure without a phrase of its own goes by its name in the contract. */
  private static String figure(String name, String value) {
    var key = "import." + name;
    return Phrases.all().containsKey(key)
        ? Phrases.say(key, Map.of("number", value))
        : name + ": " + value;
  }
}
