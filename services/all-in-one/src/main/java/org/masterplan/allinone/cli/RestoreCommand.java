package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.plan.Restoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of a plan that nobody serves. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", descriptionKey = "restore.dir")
  private Path folder = Path.of("");

  @Option(names = "--data", defaultValue = "data/plan")
  private Path data = Path.of("data/plan");

  @Option(names = "--without-erasures", descriptionKey = "restore.withoutErasures")
  private boolean withoutErasures;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    try {
      var target = new DataFolder(data.toAbsolutePath().normalize());
      var restoring = new Restoring(target, folder.toAbsolutePath(), withoutErasures);
      var done = restoring.run(Clock.systemUTC());
      output.say(json(done), lines(done));
      return Ending.DONE;
    } catch (Restoring.NotRestored e) {
      throw Trouble.unreadable(Phrases.say(e.phrase(), Map.of("folder", folder, "data", data)));
    }
  }

  private List<String> lines(Restoring.Restored done) {
    var lines = new ArrayList<String>();
    lines.add(Phrases.say("restore.done", Map.of("folder", data)));
    lines.add(
        done.known()
            ? Phrases.say("restore.erasures", Map.of("erasures", done.erasures()))
            : Phrases.say("restore.erasuresUnknown"));
    if (done.replaced() != null) {
      lines.add(Phrases.say("restore.replaced", Map.of("replaced", done.replaced())));
    }
    return lines;
  }

  private static JsonObject json(Restoring.Restored done) {
    var object = new JsonObject();
    object.addProperty("erasuresKnown", done.known());
    object.addProperty("erasuresToRepeat", done.erasures());
    object.addProperty("marks", done.marks());
    if (done.replaced() != null) {
      object.addProperty("replaced", done.replaced().toString());
    }
    return object;
  }
}
