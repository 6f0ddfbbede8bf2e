package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.gateway.issuer.FileUsers;
import org.masterplan.gateway.issuer.Passwords;
import org.masterplan.gateway.issuer.User;
import org.masterplan.gateway.issuer.UserAdministration;
import org.masterplan.gateway.issuer.UserAdministration.NewUser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may sign in to a pilot's plan; takes effect at once, also while it is served. */
@Command(name = "user")
final class UserCommand {
  private static final int BCRYPT_STRENGTH = 11;

  @Command(name = "add")
  int add(
      @Parameters(paramLabel = "ID", descriptionKey = "user") String id,
      @Mixin NewUserFlags flags,
      @Option(names = "--data", defaultValue = "data/plan") Path data,
      @Mixin Output output)
      throws IOException, Trouble {
    var wanted = new NewUser(id, flags.name(id), flags.roles, flags.units, Password.ask());
    var user = administration(data).add(wanted);
    output.say(json(user), List.of(Phrases.say("user.added", Map.of("id", user.id()))));
    return Ending.DONE;
  }

  @Command(name = "disable")
  int disable(
      @Parameters(paramLabel = "ID", descriptionKey = "user") String id,
      @Option(names = "--data", defaultValue = "data/plan") Path data,
      @Mixin Output output) {
    administration(data).disable(id);
    var answer = new JsonObject();
    answer.addProperty("disabled", id);
    output.say(answer, List.of(Phrases.say("user.disabled", Map.of("id", id))));
    return Ending.DONE;
  }

  @Command(name = "list")
  int list(@Option(names = "--data", defaultValue = "data/plan") Path data, @Mixin Output output) {
    var users = new JsonArray();
    List<String> lines = new ArrayList<>();
    for (var user : administration(data).list()) {
      users.add(json(user));
      lines.add(
          "%s  %s  %s%s"
              .formatted(
                  user.id(),
                  user.name(),
                  String.join(",", user.roles().stream().sorted().toList()),
                  user.disabled() ? "  " + Phrases.say("user.isDisabled") : ""));
    }
    var answer = new JsonObject();
    answer.add("users", users);
    output.say(answer, lines);
    return Ending.DONE;
  }

  private static UserAdministration administration(Path data) {
    var file = new DataFolder(data).gateway().resolve("users.json");
    return new UserAdministration(new FileUsers(file), new Passwords(BCRYPT_STRENGTH));
  }

  private static JsonObject json(User user) {
    var object = new JsonObject();
    object.addProperty("id", user.id());
    object.addProperty("name", user.name());
    object.add("roles", array(user.roles()));
    object.add("units", array(user.units()));
    object.addProperty("disabled", user.disabled());
    return object;
  }

  private static JsonArray array(Set<String> words) {
    var array = new JsonArray();
    words.stream().sorted().forEach(array::add);
    return array;
  }
}
