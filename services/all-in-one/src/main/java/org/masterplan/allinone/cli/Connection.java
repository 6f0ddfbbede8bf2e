package org.masterplan.allinone.cli;

import java.io.IOException;
import java.util.regex.Pattern;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.PlanApi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running plan a command talks to, and as whom. */
final class Connection {
  /** What a header can carry (RFC 6750, section 2.1); anything else got into it by mistake. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

  @Mixin private Place place = new Place();

  @Option(names = "--as", defaultValue = "")
  private String user = "";

  /** A caller; the token is the environment's MASTERPLAN_TOKEN unless a user is named. */
  PlanApi open() throws IOException, Trouble {
    var address = place.address();
    if (!user.isEmpty()) {
      return PlanApi.asDemoUser(address, user);
    }
    var token = System.getenv("MASTERPLAN_TOKEN");
    if (token == null || token.isBlank()) {
      throw Trouble.usage(Phrases.say("connection.nobody"));
    }
    if (!TOKEN.matcher(token.strip()).matches()) {
      throw Trouble.usage(Phrases.say("connection.noToken"));
    }
    return new PlanApi(address, token.strip());
  }

  /** Whether the plan is somewhere else, so that its store cannot be read from here. */
  boolean isElsewhere() {
    return place.isElsewhere();
  }

  /** Whether a plan says that it is served. */
  boolean isServed() {
    return isElsewhere() || folder().address().isPresent();
  }

  /** Where the plan keeps everything. */
  DataFolder folder() {
    return place.folder();
  }
}
