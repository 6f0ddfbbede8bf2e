package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The demonstration enterprise as files. */
@Command(name = "demo")
final class DemoCommand {

  @Command(name = "generate")
  int generate(
      @Option(names = "--people", defaultValue = "12000") int people,
      @Option(names = "--seed", defaultValue = "42") long seed,
      @Option(names = "--out", required = true) Path out,
      @Mixin Output output)
      throws IOException, Trouble {
    if (!Options.isSize(people)) {
      throw Trouble.usage(
          Phrases.say("people.range", Map.of("option", "--people", "value", people)));
    }
    try {
      var report = DemoEnterprise.generate(new Options(people, seed, out));
      var counts = new JsonObject();
      report.counts().forEach(counts::addProperty);
      output.say(counts, report.lines());
      return Ending.DONE;
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(String.valueOf(e.getMessage()));
    }
  }
}
