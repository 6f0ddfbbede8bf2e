package org.masterplan.profiles.request.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long requests may take by law: rules with the day from which they are valid. Of those for one
 * kind and one clock the latest counts that was valid when the request came, and the kind's own
 * before one for all.
 */
public record LawPack(List<Rule> rules) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String ALL = "ALL";
  private static final int COLUMNS = 7;

  /** What is limited. */
  public enum Limited {
    ACKNOWLEDGEMENT,
    ANSWER,
    /** By how much longer an answer may take. */
    EXTENSION
  }

  /** What is counted. */
  public enum Unit {
    HOURS,
    DAYS,
    /** Mondays to Fridays. */
    WORKING_DAYS
  }

  /**
   * One rule.
   *
   * @param id as it is named in requests, for example {@code vn-2026}
   * @param kind what it is for; empty: every kind without a rule of its own
   * @param article where it is written
   */
  public record Rule(
      String id,
      LocalDate validFrom,
      Optional<PrivacyRequest.Kind> kind,
      Limited limited,
      int amount,
      Unit unit,
      String article) {}

  public LawPack {
    rules = List.copyOf(rules);
  }

  /** Reads the lines of a file: one rule each, semicolons between; # begins a remark. */
  public static LawPack parse(List<String> lines) {
    var pack =
        new LawPack(
            lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(LawPack::rule)
                .toList());
    for (var kind : PrivacyRequest.Kind.values()) {
      pack.require(kind, Limited.ACKNOWLEDGEMENT);
      pack.require(kind, Limited.ANSWER);
    }
    return pack;
  }

  private static Rule rule(String line) {
    var cells = line.split(";", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "law pack: \"" + line + "\" (expected: " + COLUMNS + " cells)");
    }
    Optional<PrivacyRequest.Kind> kind =
        cells[2].equals(ALL)
            ? Optional.empty()
            : Optional.of(PrivacyRequest.Kind.valueOf(cells[2]));
    return new Rule(
        cells[0],
        LocalDate.parse(cells[1]),
        kind,
        Limited.valueOf(cells[3]),
        Integer.parseInt(cells[4]),
        Unit.valueOf(cells[5]),
        cells[6]);
  }

  private void require(PrivacyRequest.Kind kind, Limited limited) {
    if (rule(kind, limited, LocalDate.MAX).isEmpty()) {
      throw new IllegalArgumentException(
          "law pack: nothing for " + kind + " (expected: an acknowledgement and an answer)");
    }
  }

  /** The limit that a request of that kind is under which came then. */
  public Deadline deadline(PrivacyRequest.Kind kind, Limited limited, Instant received) {
    var day = LocalDate.ofInstant(received, ZONE);
    var rule = rule(kind, limited, day).orElseGet(() -> oldest(kind, limited));
    return Deadline.running(rule.id(), rule.article(), after(received, rule));
  }

  /** Until when the answer may take if it is extended; empty if the law allows no such thing. */
  public Optional<Deadline> extended(PrivacyRequest.Kind kind, Instant received, Deadline answer) {
    return rule(kind, Limited.EXTENSION, LocalDate.ofInstant(received, ZONE))
        .map(rule -> answer.until(after(answer.due(), rule)));
  }

  private Optional<Rule> rule(PrivacyRequest.Kind kind, Limited limited, LocalDate day) {
    return rules.stream()
        .filter(r -> r.limited() == limited && !r.validFrom().isAfter(day))
        .filter(r -> r.kind().isEmpty() || r.kind().get() == kind)
        .max(Comparator.comparing((Rule r) -> r.kind().isPresent()).thenComparing(Rule::validFrom));
  }

  private Rule oldest(PrivacyRequest.Kind kind, Limited limited) {
    return rules.stream()
        .filter(r -> r.limited() == limited)
        .filter(r -> r.kind().isEmpty() || r.kind().get() == kind)
        .min(Comparator.comparing(Rule::validFrom))
        .orElseThrow();
  }

  private static Instant after(Instant start, Rule rule) {
    return switch (rule.unit()) {
      case HOURS -> start.plus(rule.amount(), ChronoUnit.HOURS);
      case DAYS -> endOf(LocalDate.ofInstant(start, ZONE).plusDays(rule.amount()));
      case WORKING_DAYS -> endOf(workingDay(LocalDate.ofInstant(start, ZONE), rule.amount()));
    };
  }

  private static LocalDate workingDay(LocalDate from, int days) {
    var day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
  }
}
