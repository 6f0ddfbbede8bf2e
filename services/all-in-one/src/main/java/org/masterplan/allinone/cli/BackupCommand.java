package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.rest.Body;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has the plan that is served copied, as an administrator. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", descriptionKey = "backup.dir")
  private Path folder = Path.of("");

  @Mixin private Connection connection = new Connection();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    var wanted = new JsonObject();
    wanted.addProperty("folder", folder.toAbsolutePath().normalize().toString());
    var taken = connection.open().post("/v1/backups", new Body.Json(wanted));
    var about =
        Map.of(
            "folder", taken.get("folder").getAsString(),
            "bytes", taken.get("bytes").getAsLong());
    output.say(taken, List.of(Phrases.say("backup.taken", about)));
    return Ending.DONE;
  }
}
