package org.masterplan.abandonment.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a community's activity, in any order, into its {@link Timeline}. Keeps one entry per person
 * and per day, never the acts themselves.
 */
public final class Logbook {
  private static final String QUESTION = "QUESTION";
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int SPARK_WEEKS = 12;

  private final Instant until;
  private final ZoneId zone;
  private final String owner;
  private final BitSet hosts = new BitSet();
  private final BitSet everyone = new BitSet();
  private final Map<String, Instant> lastSeen = new HashMap<>();
  private final DailyPeople daily = new DailyPeople();
  private final Map<LocalDate, SparkWeek> spark = new HashMap<>();
  private final Set<String> questions = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private @Nullable Instant lastHost;
  private @Nullable Instant lastOwner;
  private @Nullable Instant lastMember;

  /**
   * @param until end of observation: what came later is not read
   * @param zone where days begin and end
   * @param owner pseudonym of the present owner, empty if not known
   */
  public Logbook(Instant until, ZoneId zone, String owner) {
    this.until = until;
    this.zone = zone;
    this.owner = owner;
  }

  /** Reads one line. Bots are not read. */
  public void read(Activity activity) {
    if (activity.voice() == Voice.BOT) {
      return;
    }
    switch (activity) {
      case Activity.Event event -> read(event);
      case Activity.DailyTotal total -> read(total);
    }
  }

  /** What was read so far. */
  public Timeline timeline() {
    var last = latest(lastHost, lastMember);
    return new Timeline(
        until,
        ActiveWeeks.of(hosts),
        ActiveWeeks.of(everyone),
        lastHost,
        lastOwner,
        lastMember,
        new Timeline.Turnouts(
            turnout(until, 30), turnout(until, 90), turnout(last == null ? until : last, 365)),
        weeks(),
        questions.size(),
        (int) questions.stream().filter(q -> !answered.contains(q)).count());
  }

  private void read(Activity.Event event) {
    if (event.time().isAfter(until)) {
      return;
    }
    mark(event.voice(), event.time());
    if (!owner.isEmpty() && event.author().equals(owner)) {
      lastOwner = latest(lastOwner, event.time());
    }
    if (event.voice() == Voice.MEMBER && !event.author().isEmpty()) {
      lastSeen.merge(event.author(), event.time(), (a, b) -> a.isAfter(b) ? a : b);
    }
    readConversation(event);
    spark(event.time()).event(event.author());
  }

  private void readConversation(Activity.Event event) {
    boolean recent = event.time().isAfter(until.minus(Duration.ofDays(90)));
    if (recent && event.kind().equals(QUESTION) && !event.ref().isEmpty()) {
      questions.add(event.ref());
    }
    if (!event.inReplyTo().isEmpty()) {
      answered.add(event.inReplyTo());
    }
  }

  private void read(Activity.DailyTotal total) {
    var begin = total.date().atStartOfDay(zone).toInstant();
    if (total.count() == 0 || !begin.isBefore(until)) {
      return;
    }
    var noon = total.date().atTime(LocalTime.NOON).atZone(zone).toInstant();
    var time = noon.isAfter(until) ? until : noon;
    mark(total.voice(), time);
    if (total.voice() == Voice.MEMBER) {
      daily.add(total.date(), total.people());
    }
    spark(time).total(total);
  }

  private void mark(Voice voice, Instant time) {
    int back = (int) (Duration.between(time, until).toSeconds() / WEEK.toSeconds());
    everyone.set(back);
    if (voice == Voice.HOST) {
      hosts.set(back);
      lastHost = latest(lastHost, time);
    } else {
      lastMember = latest(lastMember, time);
    }
  }

  private Turnout turnout(Instant end, int days) {
    var from = end.minus(Duration.ofDays(days));
    var people = new HashSet<String>();
    lastSeen.forEach(
        (person, time) -> {
          if (time.isAfter(from)) {
            people.add(person);
          }
        });
    return daily.turnout(people, from.atZone(zone).toLocalDate());
  }

  private SparkWeek spark(Instant time) {
    return spark.computeIfAbsent(monday(time), _ -> new SparkWeek());
  }

  private List<Week> weeks() {
    var last = monday(until);
    var weeks = new ArrayList<Week>();
    for (int back = SPARK_WEEKS - 1; back >= 0; back--) {
      var start = last.minusWeeks(back);
      var seen = spark.getOrDefault(start, new SparkWeek());
      boolean whole = !start.plusWeeks(1).atStartOfDay(zone).toInstant().isAfter(until);
      weeks.add(new Week(start, seen.events(), seen.people(), whole));
    }
    return weeks;
  }

  private LocalDate monday(Instant time) {
    return time.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
