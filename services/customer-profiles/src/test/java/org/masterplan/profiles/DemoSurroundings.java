package org.masterplan.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.snapshot.app.Surroundings;

/** The communities of the demonstration and their members, as its files list them. */
final class DemoSurroundings implements Surroundings {
  private final Path demo;
  private final Resolving resolving;

  DemoSurroundings(Path demo, Resolving resolving) {
    this.demo = demo;
    this.resolving = resolving;
  }

  @Override
  public List<String> communities(Consumer<List<@Nullable Object>> row) {
    var names = new ArrayList<String>();
    for (var each : rows(demo.resolve("communities.csv"))) {
      var name = "communities/" + each.get("community");
      names.add(name);
      row.accept(
          Arrays.asList(
              name,
              each.get("name"),
              each.get("kind"),
              each.get("mode"),
              each.get("platform"),
              null,
              null,
              each.get("segments"),
              each.get("unit"),
              null,
              "LIVE",
              null,
              null));
    }
    return names;
  }

  @Override
  public void memberships(String community, Consumer<List<@Nullable Object>> row) {
    var file = demo.resolve("members/" + community.substring("communities/".length()) + ".csv");
    var members = Files.exists(file) ? rows(file) : List.<Map<String, String>>of();
    var keys = members.stream().map(DemoSurroundings::keys).toList();
    var profiles = resolving.resolve(keys).profiles();
    for (int i = 0; i < profiles.size(); i++) {
      var profile = profiles.get(i).isEmpty() ? null : profiles.get(i);
      var name = community + "/members/m-" + i;
      row.accept(Arrays.asList(community, name, profile, "JOINED", null, null));
    }
  }

  @Override
  public void messages(Consumer<List<@Nullable Object>> row) {}

  private static Resolving.Keys keys(Map<String, String> member) {
    var record = member.getOrDefault("record", "");
    return new Resolving.Keys(
        record,
        "",
        member.getOrDefault("email", ""),
        member.getOrDefault("phone", ""),
        member.getOrDefault("handle", ""));
  }

  static List<Map<String, String>> rows(Path file) {
    var read = new ArrayList<Map<String, String>>();
    try (var rows = new Uploads(Limits.usual()).open(file, "text/csv", Headers.asWritten())) {
      while (rows.hasNext()) {
        if (rows.next() instanceof Row.Good good) {
          read.add(good.values());
        }
      }
    }
    return read;
  }
}
