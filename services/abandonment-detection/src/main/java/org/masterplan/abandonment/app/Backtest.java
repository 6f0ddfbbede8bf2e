package org.masterplan.abandonment.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Judge;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.domain.Logbook;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.kernel.intake.Row;

/**
 * Judges recorded activity as of past days, each as if it were today: nothing that came later is
 * seen (capability 13). Days are those of UTC. Holds one entry per act.
 */
public final class Backtest {
  private static final String HASHED = "author_hash";
  private static final List<String> OBSERVED = List.of("observed_until", "snapshot_date");

  private final ActivityRows reader;
  private final Map<String, List<Activity.Event>> events = new TreeMap<>();
  private final Map<String, Instant> observed = new HashMap<>();

  public Backtest(Pseudonyms pseudonyms, Clock clock) {
    this.reader = new ActivityRows(pseudonyms, clock, ZoneOffset.UTC);
  }

  /** How a community was as of the beginning of a day. */
  public record Line(String community, LocalDate cutoff, Judgement judgement) {}

  /**
   * Takes an act: {@code community}, {@code timestamp}, {@code author} or {@code author_hash},
   * {@code kind}, perhaps {@code bot}.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where a value cannot be read
   */
  public void event(Row.Good row) {
    var event = reader.event(row.has(ActivityRows.AUTHOR) ? row : named(row));
    events.computeIfAbsent(event.community(), _ -> new ArrayList<>()).add(event);
  }

  /**
   * Takes until when a community was looked at: {@code community}, {@code observed_until} or {@code
   * snapshot_date}.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where a value cannot be read
   */
  public void observed(Row.Good row) {
    var field = OBSERVED.stream().filter(row::has).findFirst().orElse(OBSERVED.getFirst());
    observed.put(reader.community(row), reader.instant(row, field));
  }

  /**
   * Every community as of each 1 January and 1 July between its first act and the end of its
   * observation, which is the latest act of all where nothing is said of it.
   */
  public List<Line> halfYearly() {
    var lines = new ArrayList<Line>();
    var latest = latest();
    events.forEach(
        (community, acts) -> {
          var end = observed.getOrDefault(community, latest);
          halfYears(first(acts), end).forEach(day -> lines.add(line(community, acts, day)));
        });
    return lines;
  }

  private static Line line(String community, List<Activity.Event> acts, LocalDate day) {
    var logbook = new Logbook(start(day), ZoneOffset.UTC, "");
    acts.forEach(logbook::read);
    var judgement = Judge.judge(Registered.unknown(community), logbook.timeline(), ZoneOffset.UTC);
    return new Line(community, day, judgement);
  }

  private static List<LocalDate> halfYears(Instant first, @Nullable Instant end) {
    var days = new ArrayList<LocalDate>();
    var day = first.atZone(ZoneOffset.UTC).toLocalDate().with(Month.JANUARY).withDayOfMonth(1);
    for (; end != null && !start(day).isAfter(end); day = day.plusMonths(6)) {
      if (start(day).isAfter(first)) {
        days.add(day);
      }
    }
    return days;
  }

  private static Instant first(List<Activity.Event> acts) {
    return acts.stream().map(Activity.Event::time).min(Comparator.naturalOrder()).orElseThrow();
  }

  private @Nullable Instant latest() {
    return events.values().stream()
        .flatMap(List::stream)
        .map(Activity.Event::time)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The same row, its author under the name that activity has it. */
  private static Row.Good named(Row.Good row) {
    var values = new LinkedHashMap<>(row.values());
    if (row.has(HASHED)) {
      values.put(ActivityRows.AUTHOR, row.value(HASHED));
    }
    return new Row.Good(row.line(), values);
  }
}
