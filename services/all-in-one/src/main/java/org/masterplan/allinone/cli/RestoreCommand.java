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

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    try {
      var target = new DataFolder(data.toAbsolutePath().normalize());
      var done = new Restoring(target, folder.toAbsolutePath()).run(Clock.systemUTC());
      output.say(json(done), lines(done));
      return Ending.DONE;
    } catch (Restoring.NotRestored e) {
      throw Trouble.unreadable(Phrases.say(e.phrase(), Map.of("folder", folder)));
    }
  }

  private List<String> lines(Restoring.Restored done) {
    var lines = new ArrayList<String>();
    lines.add(Phrases.say("restore.done", Map.of("folder", data)));
    if (done.replaced() == null) {
      lines.add(Phrases.say("restore.erasuresUnknown"));
    } else {
      var about = Map.of("erasures", done.erasures(), "replaced", done.replaced());
      lines.add(Phrases.say("restore.erasures", about));
      lines.add(Phrases.say("restore.replaced", about));
    }
    return lines;
  }

  private static JsonObject json(Restoring.Restored done) {
    var object = new JsonObject();
    object.addProperty("erasuresToRepeat", done.erasures());
    object.addProperty("marks", done.marks());
    if (done.replaced() != null) {
      object.addProperty("replaced", done.replaced().toString());
    }
    return object;
  }
}
