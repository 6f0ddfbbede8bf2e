package org.masterplan.demo;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what known people did in communities of late, by the records of their databases: what they
 * said where events are seen one by one, and to which meetings they came.
 */
final class Interactions implements Closeable {
  private static final int DAYS = 180;
  private static final double COMES = 0.1;

  private final World world;
  private final Rows into;
  private final Rows truth;
  private final List<String> meetings;
  private final Instant since;
  private long rows;

  Interactions(World world, Output output) throws IOException {
    this.world = world;
    this.into =
        Rows.csv(
            output.path("dealings/interactions.csv"),
            "id",
            "time",
            "source",
            "record",
            "community",
            "kind");
    this.truth =
        Rows.csv(
            output.path("truth/interactions.csv"),
            "community",
            "person",
            "posts",
            "given",
            "events");
    this.since = world.now().minusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
    this.meetings =
        Resources.lines("events.jsonl").stream()
            .filter(line -> Json.text(line, "state").equals("HELD"))
            .map(line -> Output.dated(line, world.now()))
            .toList();
  }

  /** What somebody did in one community. */
  private static final class Did {
    private int posts;
    private int given;
    private int events;
  }

  /** How many rows were written. */
  long rows() {
    return rows;
  }

  /** What the members of a community did there. */
  void write(Community community, int[] persons, List<Event> said) throws IOException {
    Map<Integer, Did> did = new TreeMap<>();
    said(community, persons, said, did);
    meetings(community, persons, did);
    for (Map.Entry<Integer, Did> each : did.entrySet()) {
      Did by = each.getValue();
      truth.row(
          List.of(
              community.id(),
              "p-" + each.getKey(),
              Integer.toString(by.posts),
              Integer.toString(by.given),
              Integer.toString(by.events)));
    }
  }

  private void said(Community community, int[] persons, List<Event> all, Map<Integer, Did> did)
      throws IOException {
    Map<String, Integer> whose = new HashMap<>();
    for (int person : persons) {
      whose.put(Handles.of(community.platform(), person, world.people().name(person)), person);
    }
    for (Event event : all) {
      Integer person = whose.get(event.author());
      if (person != null && !event.time().isBefore(since)) {
        Did by = did.computeIfAbsent(person, p -> new Did());
        if (event.kind().equals("ANSWER")) {
          by.given++;
          row(community.id() + "-" + event.number(), event.time(), person, community, "REPLY");
        } else {
          by.posts++;
          row(community.id() + "-" + event.number(), event.time(), person, community, "POST");
        }
      }
    }
  }

  private void meetings(Community community, int[] persons, Map<Integer, Did> did)
      throws IOException {
    for (String meeting : meetings) {
      LocalDate day = LocalDate.parse(Json.text(meeting, "date"));
      Instant time = day.atTime(2, 0).toInstant(ZoneOffset.UTC);
      if (!meeting.contains('"' + community.id() + '"') || time.isBefore(since)) {
        continue;
      }
      String id = Json.text(meeting, "id");
      for (int person : persons) {
        if (Draw.of(world.seed(), "comes/" + id, person, 0).chance(COMES)) {
          did.computeIfAbsent(person, p -> new Did()).events++;
          row(id, time, person, community, "EVENT");
        }
      }
    }
  }

  private void row(String id, Instant time, int person, Community community, String kind)
      throws IOException {
    Source home = world.databases().home(person);
    String record = world.databases().record(home, person, 0);
    into.row(List.of(id, time.toString(), home.id(), record, community.id(), kind));
    rows++;
  }

  @Override
  public void close() throws IOException {
    try (into;
        truth) {
      // Both, whatever becomes of one.
    }
  }
}
