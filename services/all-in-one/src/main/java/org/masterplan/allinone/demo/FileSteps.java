package org.masterplan.allinone.demo;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/** The tables that are handed in as they are. */
final class FileSteps {
  private final Path files;
  private final Users users;

  /** What the plan said about rows that it did not take. */
  private final List<String> remarks = new ArrayList<>();

  FileSteps(Path files, Users users) {
    this.files = files;
    this.users = users;
  }

  Step communities() {
    return new Step(
        "communities",
        List.of(() -> hand(users.cmo(), "/v1/communities:import", "communities.csv")));
  }

  Step consents() {
    return new Step(
        "consents", List.of(() -> hand(users.data(), "/v1/consents:import", "consents.csv")));
  }

  Step members() throws IOException {
    try (var lists = Files.list(files.resolve("members"))) {
      return new Step(
          "members",
          lists.filter(f -> f.toString().endsWith(".csv")).sorted().map(this::members).toList());
    }
  }

  private Step.Piece members(Path list) {
    var name = String.valueOf(list.getFileName());
    var community = name.substring(0, name.length() - ".csv".length());
    return () ->
        hand(users.cmo(), "/v1/communities/" + community + "/members:import", "members/" + name);
  }

  Step activity() {
    return new Step(
        "activity",
        List.of(
            () -> hand(users.cmo(), "/v1/observations:import", "activity/observed.csv"),
            () -> hand(users.cmo(), "/v1/activities:import", "activity/daily.csv"),
            () -> hand(users.cmo(), "/v1/activities:import", "activity/events.csv")));
  }

  Step mentions() {
    return new Step(
        "mentions", List.of(() -> hand(users.cmo(), "/v1/mentions:import", "mentions.csv")));
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void hand(PlanApi who, String path, String file) throws IOException {
    note(file, who.post(path, new Body.File(files.resolve(file), "text/csv")));
  }

  private void note(String file, JsonObject answer) {
    var rejected = answer.has("rejected") ? answer.getAsJsonArray("rejected") : null;
    if (rejected != null && !rejected.isEmpty()) {
      var count =
          answer.has("rejectedCount") ? answer.get("rejectedCount").getAsString() : rejected.size();
      var about = Map.of("file", file, "number", count, "row", rejected.get(0));
      remarks.add(Phrases.say("demo.rowsNotTaken", about));
    }
  }
}
