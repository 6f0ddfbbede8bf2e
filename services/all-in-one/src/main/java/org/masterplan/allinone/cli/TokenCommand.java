package org.masterplan.allinone.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.masterplan.allinone.rest.PlanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a token and nothing else: {@code export MASTERPLAN_TOKEN=$(masterplan token anna)}. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "USER", descriptionKey = "user")
  private String user = "";

  @Mixin private Place place = new Place();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    // Whether a plan answers is known before anybody types a password.
    var address = place.address();
    var given = PlanApi.token(address, user, Password.ask());
    output.say(given, List.of(given.get("token").getAsString()));
    return Ending.DONE;
  }
}
