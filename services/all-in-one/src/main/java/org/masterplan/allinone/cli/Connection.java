package org.masterplan.allinone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.PlanApi;
import picocli.CommandLine.Option;

/** Which running plan a command talks to, and as whom. */
final class Connection {
  @Option(names = "--data", defaultValue = "data/plan", description = "the plan's data folder")
  private Path data = Path.of("data/plan");

  @Option(names = "--url", defaultValue = "", description = "address of a plan served elsewhere")
  private String url = "";

  @Option(
      names = "--as",
      defaultValue = "",
      description = "user of the demonstration, for example cmo")
  private String user = "";

  /** A caller; the token is the environment's MASTERPLAN_TOKEN unless a user is named. */
  PlanApi open() throws IOException, Trouble {
    var address = address();
    if (!user.isEmpty()) {
      return PlanApi.asDemoUser(address, user);
    }
    var token = System.getenv("MASTERPLAN_TOKEN");
    if (token == null || token.isBlank()) {
      throw Trouble.usage(
          "nobody is signed in (expected: a token in MASTERPLAN_TOKEN, or --as with a"
              + " demonstration user)");
    }
    return new PlanApi(address, token.strip());
  }

  private URI address() throws Trouble {
    if (!url.isEmpty()) {
      return URI.create(url);
    }
    var known = new DataFolder(data).address();
    return URI.create(
        known.orElseThrow(
            () ->
                Trouble.unreachable(
                    "no plan is being served from " + data + " (expected: masterplan serve)")));
  }
}
