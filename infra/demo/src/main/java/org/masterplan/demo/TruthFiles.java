package org.masterplan.demo;

import java.io.IOException;
import java.util.List;

/** Writes who the people are and what was planted. */
final class TruthFiles {
  private final World world;
  private final Crowd crowd;
  private final Output output;

  TruthFiles(World world, Crowd crowd, Output output) {
    this.world = world;
    this.crowd = crowd;
    this.output = output;
  }

  void write() throws IOException {
    people();
    try (Rows rows =
        Rows.csv(
            output.path("truth/faults.csv"),
            "fault",
            "capability",
            "subject",
            "near_miss",
            "expected",
            "note")) {
      for (Fault fault : Faults.all(crowd, world)) {
        rows.row(fault.cells());
      }
    }
  }

  private void people() throws IOException {
    try (Rows rows =
        Rows.csv(
            output.path("truth/people.csv"),
            "person",
            "name",
            "birth_date",
            "gender",
            "segment",
            "household",
            "phone",
            "old_phone",
            "email",
            "national_id")) {
      for (long i = 0; i < world.count(); i++) {
        Person person = world.people().at(i);
        rows.row(
            List.of(
                person.id(),
                person.name().full(),
                person.born().toString(),
                person.female() ? "FEMALE" : "MALE",
                person.segment(),
                "h-" + person.household(),
                person.phone(),
                person.oldPhone(),
                person.email(),
                person.citizenId()));
      }
    }
  }
}
