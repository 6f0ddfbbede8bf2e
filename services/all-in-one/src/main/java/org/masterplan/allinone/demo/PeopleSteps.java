package org.masterplan.allinone.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/**
 * What the data team of the demonstration says of a sample of profiles, by which the plan tells how
 * many people there are. Real stewards search; those of the demonstration know who is made up.
 */
final class PeopleSteps {
  private static final String SAMPLE = "/v1/peopleSample";
  private static final int DRAWN = 1_000;
  private static final int AT_ONCE = 200;

  private final Path truth;
  private final PlanApi data;

  PeopleSteps(Path files, PlanApi data) {
    this.truth = files.resolve("truth/records.csv");
    this.data = data;
  }

  /** The persons of each profile, and the profiles of each person. */
  private record Who(Map<String, Set<String>> persons, Map<String, Set<String>> profiles) {
    static Who of(Stream<String> crosswalk, Map<String, String> person) {
      var who = new Who(new HashMap<>(), new HashMap<>());
      cells(crosswalk)
          .filter(line -> person.containsKey(record(line)))
          .forEach(line -> who.add(line[2], person.getOrDefault(record(line), "")));
      return who;
    }

    private void add(String profile, String person) {
      persons.computeIfAbsent(profile, _ -> new TreeSet<>()).add(person);
      profiles.computeIfAbsent(person, _ -> new TreeSet<>()).add(profile);
    }

    /** Of each person of a profile, in how many others that one stands. */
    JsonArray elsewhere(String profile) {
      var elsewhere = new JsonArray();
      persons.getOrDefault(profile, Set.of()).stream()
          .map(person -> profiles.getOrDefault(person, Set.of()).size() - 1)
          .forEach(elsewhere::add);
      return elsewhere;
    }
  }

  /** Draws a sample, unless an earlier run has, and answers what is not answered yet. */
  Step people() {
    return new Step("people", List.of(this::answer));
  }

  private void answer() throws IOException {
    var sample = data.get(SAMPLE);
    if (!sample.has("drawTime")) {
      var many = new JsonObject();
      many.addProperty("sampleSize", DRAWN);
      sample = data.post(SAMPLE + ":draw", new Body.Json(many));
    }
    var who = who();
    var said = new JsonArray();
    for (var each : sample.getAsJsonArray("looks")) {
      var look = said(each.getAsJsonObject(), who);
      if (!look.getAsJsonArray("elsewhere").isEmpty()) {
        said.add(look);
      }
      if (said.size() == AT_ONCE) {
        say(said);
        said = new JsonArray();
      }
    }
    say(said);
  }

  private static JsonObject said(JsonObject look, Who who) {
    var profile = look.get("profile").getAsString();
    var said = new JsonObject();
    said.addProperty("profile", profile);
    said.add("elsewhere", who.elsewhere(profile));
    return said;
  }

  private void say(JsonArray looks) throws IOException {
    if (!looks.isEmpty()) {
      var body = new JsonObject();
      body.add("looks", looks);
      data.post(SAMPLE + ":answer", new Body.Json(body));
    }
  }

  private Who who() throws IOException {
    var person = new HashMap<String, String>();
    try (var lines = Files.lines(truth)) {
      cells(lines).forEach(line -> person.put(record(line), line[2]));
    }
    return Who.of(data.text("/v1/profiles:crosswalk").lines(), person);
  }

  /** The cells of a CSV without its header; none of these holds a comma. */
  private static Stream<String[]> cells(Stream<String> lines) {
    return lines.skip(1).map(line -> line.split(",", -1)).filter(line -> line.length > 2);
  }

  private static String record(String[] line) {
    return line[0] + "/" + line[1];
  }
}
