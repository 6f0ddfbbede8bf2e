package org.masterplan.abandonment.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.testkit.TestClock;

/** The whole service in memory, and the words of its tests. */
public final class Harbour {
  public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  public static final String COLUMNS = "community,timestamp,author,kind,inReplyTo,bot,event";

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private long revision;
  public final TestClock clock = TestClock.at(NOW);
  public final Pseudonyms pseudonyms =
      new Pseudonyms("a salt of tests only".getBytes(StandardCharsets.UTF_8));
  public final ImportingActivity.Reading reading =
      new ImportingActivity.Reading(pseudonyms, clock, ZONE);
  public final InMemoryActivities activities = new InMemoryActivities();
  public final InMemoryObservations observations = new InMemoryObservations();
  public final InMemoryRegisteredCommunities registered = new InMemoryRegisteredCommunities();

  /** Communities that the plan does not have; it has any other. */
  public final Set<String> strangers = new HashSet<>();

  public final Roll roll = new Roll(registered, this::having);
  public final InMemoryHealths healths = new InMemoryHealths();
  public final InMemoryTurnouts turnouts = new InMemoryTurnouts();
  public final InMemoryRescueCases cases = new InMemoryRescueCases();
  public final List<Tidings.Tiding> told = new ArrayList<>();
  public final Rescue rescue =
      new Rescue(cases, told::add, clock, new Rescue.Term(Period.ofDays(14), ZONE));
  public final JudgingHealth judging =
      new JudgingHealth(
          new JudgingHealth.Sources(
              activities, observations, registered, _ -> OptionalLong.of(120), reading),
          healths,
          turnouts,
          rescue);
  public final ImportingActivity importing =
      new ImportingActivity(
          new ImportingActivity.Into(activities, observations, roll), judging, reading);
  public final ImportingObservations observing =
      new ImportingObservations(observations, roll, judging, reading);
  public final FollowingRegistry following = new FollowingRegistry(registered, judging);
  public final Lookout lookout = new Lookout(healths, turnouts, observations, judging);
  public final PersonActivity people =
      new PersonActivity(activities, registered, pseudonyms, judging);

  public static Registered community(String id) {
    return new Registered(
        id,
        "Hội Mẹ Bỉm Sữa",
        "employees/lan",
        "businessUnits/dairy",
        "facebook",
        List.of("segments/new-mothers"),
        2000,
        Registered.Life.AFLOAT,
        false,
        null,
        null);
  }

  /** Paused since then; LIVE again once there is an end. */
  public static Registered paused(String id, Instant from, @Nullable Instant until) {
    return new Registered(
        id,
        "Hội Mẹ Bỉm Sữa",
        "employees/lan",
        "businessUnits/dairy",
        "facebook",
        List.of("segments/new-mothers"),
        2000,
        until == null ? Registered.Life.PAUSED : Registered.Life.AFLOAT,
        false,
        null,
        new Registered.Pause(from, until));
  }

  public static Registered orphaned(String id, Instant since) {
    return new Registered(
        id,
        "Hội Mẹ Bỉm Sữa",
        "employees/lan",
        "businessUnits/dairy",
        "facebook",
        List.of("segments/new-mothers"),
        2000,
        Registered.Life.AFLOAT,
        false,
        since,
        null);
  }

  private Set<String> having(Collection<String> communities) {
    var having = new HashSet<>(communities);
    having.removeAll(strangers);
    return having;
  }

  /** Hears of a community from the register, at its next revision. */
  public void follow(Registered community) {
    following.apply(new RegisteredCommunities.Seen(community, ++revision));
  }

  /** Imports lines of a file with the usual columns; observed until now. */
  public ImportOutcome load(List<String> lines) {
    return load(COLUMNS, lines, NOW);
  }

  /** States until when communities were looked at. */
  public ImportOutcome look(List<String> lines) {
    var tally = new ImportTally("test", _ -> {});
    observing.take(rows("community,observed_until", lines), tally);
    return tally.outcome();
  }

  /**
   * @param until null if nobody says until when the file's communities were looked at
   */
  public ImportOutcome load(String columns, List<String> lines, @Nullable Instant until) {
    var tally = new ImportTally("test", _ -> {});
    importing.take(rows(columns, lines), until, tally);
    return tally.outcome();
  }

  public static Rows rows(String columns, List<String> lines) {
    var names = List.of(columns.split(","));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < lines.size(); i++) {
      var cells = lines.get(i).split(",", -1);
      var values = new LinkedHashMap<String, String>();
      for (int c = 0; c < cells.length; c++) {
        if (!cells[c].isBlank()) {
          values.put(names.get(c), cells[c]);
        }
      }
      rows.add(new Row.Good(i + 2, values));
    }
    return Rows.of(names, rows.iterator());
  }

  /** A line for every {@code step} days, the last one {@code until} days ago. */
  public static List<String> every(int step, int from, int until, String rest) {
    var lines = new ArrayList<String>();
    for (int ago = from; ago >= until; ago -= step) {
      lines.add("me-bim," + NOW.minusSeconds(ago * 86_400L) + "," + rest);
    }
    return lines;
  }
}
