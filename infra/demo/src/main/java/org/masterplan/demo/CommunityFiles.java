package org.masterplan.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes the register's sheet, the member lists and the truth about both. */
final class CommunityFiles {
  private final World world;
  private final Crowd crowd;
  private final Output output;
  private long members;

  CommunityFiles(World world, Crowd crowd, Output output) {
    this.world = world;
    this.crowd = crowd;
    this.output = output;
  }

  /** How many member rows were written. */
  long write() throws IOException {
    try (Rows sheet =
            Rows.csv(output.path("communities.csv"), Community.HEADER.toArray(String[]::new));
        Rows truth = Rows.csv(output.path("truth/members.csv"), "community", "handle", "person")) {
      for (Community community : crowd.communities()) {
        sheet.row(community.cells(world.now()));
        if (community.standing() != Standing.NOT_OBSERVED) {
          members(community, truth);
        }
      }
    }
    return members;
  }

  private void members(Community community, Rows truth) throws IOException {
    String file = "members/" + community.id() + ".csv";
    try (Rows rows =
        Rows.csv(output.path(file), "handle", "email", "phone", "record", "joined", "left")) {
      for (int index : crowd.persons(community)) {
        Person person = world.people().at(index);
        String handle = Handles.of(community.platform(), index, person.name());
        rows.row(known(community, person, handle));
        truth.row(List.of(community.id(), handle, person.id()));
        members++;
      }
      for (int i = 0; i < crowd.strangers(community); i++) {
        Draw draw = Draw.of(world.seed(), "strangers", community.number(), i);
        String handle = Handles.unknown(community.id(), i);
        rows.row(List.of(handle, "", "", "", joined(community, draw).toString(), ""));
        truth.row(List.of(community.id(), handle, ""));
        members++;
      }
    }
  }

  private List<String> known(Community community, Person person, String handle) {
    Draw draw = Draw.of(world.seed(), "member", community.number(), person.index());
    boolean exact = community.countedExactly();
    LocalDate joined = joined(community, draw);
    LocalDate left = joined.plusDays(draw.between(20, 700));
    boolean gone = !exact && draw.chance(0.12) && left.isBefore(world.now());
    return List.of(
        handle,
        draw.chance(0.25) ? person.email() : "",
        draw.chance(0.2) ? person.phone() : "",
        exact || draw.chance(0.25) ? record(person) : "",
        joined.toString(),
        gone ? left.toString() : "");
  }

  private String record(Person person) {
    Source home = world.databases().home(person.index());
    String record = world.databases().record(home, person.index(), 0);
    return "sources/" + home.id() + "/records/" + record;
  }

  private LocalDate joined(Community community, Draw draw) {
    LocalDate created = LocalDate.parse(Output.dated(community.text("created"), world.now()));
    return created.plusDays(draw.below((int) (world.now().toEpochDay() - created.toEpochDay())));
  }
}
