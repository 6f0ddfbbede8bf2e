package org.masterplan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Three years of one community. */
final class Activity {
  private static final int WEEKS = 156;
  private static final int BLIND_DAYS = 140;

  private final World world;
  private final Staff staff;
  private final Community community;
  private final Rhythm rhythm;
  private final int[] persons;
  private final Draw draw;
  private final Instant end;
  private final List<Event> events = new ArrayList<>();

  Activity(World world, Staff staff, Community community, int[] persons) {
    this.world = world;
    this.staff = staff;
    this.community = community;
    this.persons = persons;
    this.rhythm = Rhythm.of(world, community);
    this.draw = Draw.of(world.seed(), "activity", community.number(), 0);
    this.end = seenUntil(world.now(), community).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Every other of the unseen ones was seen until its connection broke. */
  static LocalDate seenUntil(LocalDate now, Community community) {
    return community.standing() == Standing.NOT_OBSERVED ? now.minusDays(BLIND_DAYS) : now;
  }

  static boolean neverSeen(Community community) {
    return community.standing() == Standing.NOT_OBSERVED && community.number() % 2 == 0;
  }

  Rhythm rhythm() {
    return rhythm;
  }

  /** In order of time. */
  List<Event> events() {
    double base = 0.5 + 0.02 * persons.length;
    for (int week = WEEKS; week >= 1; week--) {
      LocalDate start = world.now().minusDays(7L * week);
      double mean = base * measure() * rhythm.at(start.plusDays(3), 7 * week - 3);
      int count = draw.poisson(mean);
      for (int i = 0; i < count; i++) {
        one(moment(start.plusDays(draw.below(7))), 7 * week);
      }
      if (community.planted().equals("bot-still-posts") && 7 * week < rhythm.since() + 200) {
        add(moment(start), "bot." + community.id(), "POST", -1, true);
      }
    }
    events.removeIf(event -> !event.time().isBefore(end));
    events.sort(Comparator.comparing(Event::time).thenComparing(Event::number));
    return events;
  }

  /** The vain ones have few who talk, the small busy one many. */
  private double measure() {
    return switch (community.planted()) {
      case "vanity" -> 0.15;
      case "small-busy" -> 6;
      default -> 1;
    };
  }

  private Instant moment(LocalDate day) {
    int hour = draw.chance(0.6) ? draw.between(12, 15) : draw.between(0, 14);
    return day.atTime(hour, draw.below(60), draw.below(60)).toInstant(ZoneOffset.UTC);
  }

  private void one(Instant time, int daysAgo) {
    boolean host = hostSpeaks(daysAgo);
    boolean broadcast = community.standing() == Standing.BROADCAST;
    if (host && draw.chance(broadcast ? 0.75 : 0.2)) {
      add(time, host(daysAgo), "POST", -1, false);
      return;
    }
    double kind = draw.unit();
    if (kind < 0.2) {
      int question = add(time, member(), "QUESTION", -1, false);
      answer(time, question, host && !broadcast, daysAgo);
    } else {
      add(time, member(), kind < 0.35 ? "POST" : "COMMENT", -1, false);
    }
  }

  private void answer(Instant time, int question, boolean host, int daysAgo) {
    if (!draw.chance(host ? 0.85 : 0.3)) {
      return;
    }
    Instant later = time.plus(Duration.ofMinutes(draw.between(10, host ? 1500 : 5000)));
    add(later, host && draw.chance(0.7) ? host(daysAgo) : member(), "ANSWER", question, false);
  }

  private boolean hostSpeaks(int daysAgo) {
    return switch (community.standing()) {
      case OWNER_SILENT, ORPHAN_ALIVE -> daysAgo > rhythm.since();
      case OWNER_LEFT -> daysAgo > staff.gone(community.text("owner"));
      default -> true;
    };
  }

  private String host(int daysAgo) {
    String owner = community.text("owner");
    String deputy = community.text("deputy");
    boolean ownerThere = daysAgo > staff.gone(owner);
    return "employees/" + (ownerThere || deputy.isEmpty() ? owner : deputy);
  }

  /** A few members do most of the talking. */
  private String member() {
    double point = draw.unit();
    int known = (int) (persons.length * point * point * point);
    if (!community.countedExactly() && draw.chance(0.25)) {
      return Handles.unknown(community.id(), known / 3);
    }
    return Handles.of(community.platform(), persons[known], world.people().name(persons[known]));
  }

  private int add(Instant time, String author, String kind, int answers, boolean bot) {
    events.add(new Event(time, author, kind, events.size(), answers, bot));
    return events.size() - 1;
  }
}
