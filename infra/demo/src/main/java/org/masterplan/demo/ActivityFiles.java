package org.masterplan.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes what was seen in the communities and how they truly fare. */
final class ActivityFiles {
  private static final String EVENTS = "community,timestamp,author,kind,inReplyTo,bot,event";
  private static final String DAILY = "community,date,kind,count,people";
  private static final String OBSERVED = "community,observed_from,observed_until,how";
  private static final String TRUTH = "community,standing,abandoned,orphaned,since,planted";

  private final World world;
  private final Crowd crowd;
  private final Staff staff;
  private final Output output;
  private long events;

  ActivityFiles(World world, Crowd crowd, Staff staff, Output output) {
    this.world = world;
    this.crowd = crowd;
    this.staff = staff;
    this.output = output;
  }

  /**
   * How many events happened, in daily totals or one by one; {@code interactions} takes what is
   * seen of known people.
   */
  long write(Interactions interactions) throws IOException {
    try (Rows single = csv("activity/events.csv", EVENTS);
        Rows daily = csv("activity/daily.csv", DAILY);
        Rows observed = csv("activity/observed.csv", OBSERVED);
        Rows truth = csv("truth/communities.csv", TRUTH)) {
      for (Community community : crowd.communities()) {
        String how = how(community);
        observed(community, how, observed);
        Activity activity = new Activity(world, staff, community, crowd.persons(community));
        truth(community, activity.rhythm(), truth);
        List<Event> seen = how.equals("none") ? List.of() : activity.events();
        if (how.equals("daily")) {
          daily(community, seen, daily);
        } else {
          single(community, seen, single);
        }
        interactions.write(
            community, crowd.persons(community), how.equals("events") ? seen : List.of());
      }
    }
    return events;
  }

  private Rows csv(String file, String columns) throws IOException {
    return Rows.csv(output.path(file), columns.split(","));
  }

  /** One in five of the lively ones gives daily totals only. */
  static String how(Community community) {
    boolean totals =
        community.standing() == Standing.ALIVE
            && community.number() % 5 == 4
            && community.planted().isEmpty();
    return Activity.neverSeen(community) ? "none" : totals ? "daily" : "events";
  }

  private void observed(Community community, String how, Rows rows) throws IOException {
    boolean none = how.equals("none");
    String until = Activity.seenUntil(world.now(), community).toString();
    String from = world.now().minusDays(156 * 7L).toString();
    rows.row(List.of(community.id(), none ? "" : from, none ? "" : until, how));
  }

  private void single(Community community, List<Event> all, Rows rows) throws IOException {
    for (Event event : all) {
      events++;
      rows.row(
          List.of(
              community.id(),
              event.time().toString(),
              event.author(),
              event.kind(),
              event.answers() < 0 ? "" : id(community, event.answers()),
              event.bot() ? "1" : "",
              id(community, event.number())));
    }
  }

  private static String id(Community community, int number) {
    return community.id() + "-" + number;
  }

  private void daily(Community community, List<Event> all, Rows rows) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Set<String>> people = new TreeMap<>();
    for (Event event : all) {
      events++;
      LocalDate day = event.time().atZone(ZoneOffset.UTC).toLocalDate();
      String key = day + "," + event.kind();
      counts.merge(key, 1, Integer::sum);
      people.computeIfAbsent(key, k -> new HashSet<>()).add(event.author());
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      String[] key = entry.getKey().split(",", -1);
      int distinct = people.getOrDefault(entry.getKey(), Set.of()).size();
      rows.row(
          List.of(
              community.id(),
              key[0],
              key[1],
              entry.getValue().toString(),
              String.valueOf(distinct)));
    }
  }

  private void truth(Community community, Rhythm rhythm, Rows rows) throws IOException {
    Standing standing = community.standing();
    boolean orphaned = standing.orphaned() || staff.gone(community.text("owner")) >= 0;
    String since = rhythm.since() == 0 ? "" : world.now().minusDays(rhythm.since()).toString();
    rows.row(
        List.of(
            community.id(),
            standing.name(),
            standing.abandoned() ? "1" : "0",
            orphaned ? "1" : "0",
            since,
            community.planted()));
  }
}
