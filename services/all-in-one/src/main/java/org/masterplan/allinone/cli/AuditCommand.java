package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.StoredTrails;
import org.masterplan.allinone.rest.Body;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who changed what, and whether that record still holds. */
@Command(name = "audit")
final class AuditCommand {

  /** Asks the plan that is served; reads the store itself where none is. */
  @Command(name = "verify")
  int verify(@Mixin Connection connection, @Mixin Output output) throws IOException, Trouble {
    var verdicts = connection.isServed() ? asked(connection) : read(connection);
    var services = new JsonArray();
    List<String> lines = new ArrayList<>();
    boolean holds = true;
    for (var verdict : verdicts.entrySet()) {
      var found = verdict.getValue();
      holds = holds && isIntact(found);
      found.addProperty("service", verdict.getKey());
      services.add(found);
      lines.addAll(lines(found));
    }
    var answer = new JsonObject();
    answer.addProperty("intact", holds);
    answer.add("services", services);
    output.say(answer, lines);
    return holds ? Ending.DONE : Ending.REJECTS;
  }

  private static Map<String, JsonObject> asked(Connection connection) throws IOException, Trouble {
    var verdicts = new LinkedHashMap<String, JsonObject>();
    try {
      var api = connection.open();
      for (var service : StoredTrails.services()) {
        var path = "/v1/services/" + service + "/auditEntries:verify";
        verdicts.put(service, api.post(path, new Body.Json(new JsonObject())));
      }
      return verdicts;
    } catch (ConnectException e) {
      if (connection.isElsewhere()) {
        throw e;
      }
      // Its process was killed and could not say that it is gone.
      return read(connection);
    }
  }

  private static Map<String, JsonObject> read(Connection connection) throws IOException, Trouble {
    var found = StoredTrails.verify(connection.folder(), Clock.systemUTC());
    if (found.isEmpty()) {
      throw Trouble.unreachable(
          Phrases.say("audit.nothing", Map.of("folder", connection.folder().root())));
    }
    return found;
  }

  private static boolean isIntact(JsonObject verdict) {
    return text(verdict, "break").equals("BREAK_UNSPECIFIED");
  }

  private static List<String> lines(JsonObject verdict) {
    var figures =
        Map.of(
            "service", text(verdict, "service"),
            "batches", text(verdict, "intactBatches"),
            "entries", text(verdict, "intactEntries"),
            "unsealed", text(verdict, "unsealedEntries"),
            "batch", text(verdict, "brokenBatch"),
            "how", Phrases.say("audit.how." + text(verdict, "break")));
    var lines = new ArrayList<String>();
    lines.add(Phrases.say(isIntact(verdict) ? "audit.intact" : "audit.broken", figures));
    if (verdict.get("brokenEntries") instanceof JsonArray entries) {
      entries.forEach(entry -> lines.add(line(entry)));
    }
    return lines;
  }

  private static String line(JsonElement entry) {
    var about = new LinkedHashMap<String, String>();
    for (var name : List.of("resource", "revision", "act", "actor", "at")) {
      about.put(name, text(entry.getAsJsonObject(), name));
    }
    return Phrases.say("audit.entry", about);
  }

  private static String text(JsonObject of, String name) {
    return of.has(name) ? of.get(name).getAsString() : "";
  }
}
