package org.masterplan.allinone.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import picocli.CommandLine.Option;

/** Where the plan is that a command talks to: what is typed counts before the environment. */
final class Place {
  private static final Path DATA = Path.of("data/plan");

  @Option(names = "--data")
  private @Nullable Path data;

  @Option(
      names = {"--url", "--server"},
      defaultValue = "")
  private String url = "";

  /** Whether the plan is somewhere else, so that its store cannot be read from here. */
  boolean isElsewhere() {
    return !elsewhere().isEmpty();
  }

  /** Where the plan keeps everything. */
  DataFolder folder() {
    return new DataFolder(data == null ? DATA : data);
  }

  URI address() throws Trouble {
    if (isElsewhere()) {
      return URI.create(elsewhere());
    }
    var about = Map.of("folder", data == null ? DATA : data);
    return URI.create(
        folder()
            .address()
            .orElseThrow(() -> Trouble.unreachable(Phrases.say("connection.noPlan", about))));
  }

  private String elsewhere() {
    if (!url.isEmpty() || data != null) {
      return url;
    }
    var environment = System.getenv("MASTERPLAN_SERVER");
    return environment == null ? "" : environment.strip();
  }
}
