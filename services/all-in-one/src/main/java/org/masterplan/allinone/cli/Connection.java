package org.masterplan.allinone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.PlanApi;
import picocli.CommandLine.Option;

/** Which running plan a command talks to, and as whom. */
final class Connection {
  @Option(names = "--data", defaultValue = "data/plan")
  private Path data = Path.of("data/plan");

  @Option(names = "--url", defaultValue = "")
  private String url = "";

  @Option(names = "--as", defaultValue = "")
  private String user = "";

  /** A caller; the token is the environment's MASTERPLAN_TOKEN unless a user is named. */
  PlanApi open() throws IOException, Trouble {
    var address = address();
    if (!user.isEmpty()) {
      return PlanApi.asDemoUser(address, user);
    }
    var token = System.getenv("MASTERPLAN_TOKEN");
    if (token == null || token.isBlank()) {
      throw Trouble.usage(Phrases.say("connection.nobody"));
    }
    return new PlanApi(address, token.strip());
  }

  /** Whether the plan is somewhere else, so that its store cannot be read from here. */
  boolean isElsewhere() {
    return !url.isEmpty();
  }

  /** Whether a plan says that it is served. */
  boolean isServed() {
    return isElsewhere() || folder().address().isPresent();
  }

  /** Where the plan keeps everything. */
  DataFolder folder() {
    return new DataFolder(data);
  }

  private URI address() throws Trouble {
    if (!url.isEmpty()) {
      return URI.create(url);
    }
    var known = folder().address();
    return URI.create(
        known.orElseThrow(
            () -> Trouble.unreachable(Phrases.say("connection.noPlan", Map.of("folder", data)))));
  }
}
