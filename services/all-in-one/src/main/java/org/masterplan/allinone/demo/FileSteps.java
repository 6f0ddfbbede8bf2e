package org.masterplan.allinone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/** The tables that are handed in as they are. */
final class FileSteps {
  private final Path files;
  private final Users users;
  private final RowNotes notes;

  FileSteps(Path files, Users users, RowNotes notes) {
    this.files = files;
    this.users = users;
    this.notes = notes;
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

  Step dealings() {
    return new Step(
        "dealings", Stream.of("orders", "ratings", "interactions").map(this::dealings).toList());
  }

  private Step.Piece dealings(String what) {
    return () -> hand(users.data(), "/v1/dealings:import", "dealings/" + what + ".csv");
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

  private void hand(PlanApi who, String path, String file) throws IOException {
    notes.note(file, who.post(path, new Body.File(files.resolve(file), "text/csv")));
  }
}
