package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.masterplan.allinone.migration.Migration;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.plan.Moving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the documents of a plan that nobody serves to a MongoDB server. */
@Command(name = "migrate")
final class MigrateCommand implements Callable<Integer> {
  @Option(names = "--to", required = true)
  private String uri = "";

  @Option(names = "--data", defaultValue = "data/plan")
  private Path data = Path.of("data/plan");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Trouble {
    var folder = new DataFolder(data.toAbsolutePath().normalize());
    if (Files.notExists(folder.root().resolve("store"))) {
      throw Trouble.unreadable(Phrases.say("audit.nothing", Map.of("folder", data)));
    }
    try {
      var moved = new Moving(folder).to(uri, each -> output.line(line(each)));
      output.say(json(moved), List.of(Phrases.say("migrate.done")));
      return Ending.DONE;
    } catch (Migration.Different e) {
      throw Trouble.unreachable(Phrases.say("migrate.different", Map.of("name", e.name())));
    }
  }

  private static String line(Migration.Moved moved) {
    var about =
        Map.of(
            "name", moved.name(),
            "documents", moved.content().documents(),
            "checksum", Long.toHexString(moved.content().checksum()),
            "sent", moved.sent());
    return Phrases.say("migrate.moved", about);
  }

  private static JsonObject json(List<Migration.Moved> moved) {
    var collections = new JsonArray();
    for (var each : moved) {
      var object = new JsonObject();
      object.addProperty("name", each.name());
      object.addProperty("documents", each.content().documents());
      object.addProperty("checksum", Long.toHexString(each.content().checksum()));
      object.addProperty("sent", each.sent());
      collections.add(object);
    }
    var answer = new JsonObject();
    answer.add("collections", collections);
    return answer;
  }
}
