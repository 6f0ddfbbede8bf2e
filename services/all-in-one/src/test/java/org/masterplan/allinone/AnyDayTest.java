package org.masterplan.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.masterplan.abandonment.app.Pseudonyms;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Judge;
import org.masterplan.abandonment.domain.Logbook;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.abandonment.domain.Voice;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;

/**
 * Seasons come and go, and with them what a demonstration looks like: its communities are judged
 * from its files on many days, without a plan. {@link TruthTest} holds the same of a plan, on the
 * days on which one is loaded. More days by {@code -Dmasterplan.anyDays=2027-01-20,...}.
 */
class AnyDayTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Before the lunar new year, in the school season, and in neither. */
  static final String DAYS = "2026-02-10,2026-08-31,2027-05-05";

  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("salt of this test".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;

  static Stream<LocalDate> days() {
    return Stream.of(System.getProperty("masterplan.anyDays", DAYS).split(","))
        .map(LocalDate::parse);
  }

  @ParameterizedTest
  @MethodSource("days")
  @Tag("cap-13")
  void cap013_health_isTrue_onAnyDay(LocalDate day) throws IOException {
    var files = folder.resolve("files");
    DemoEnterprise.generate(new Options(1_000, 42, files, day));
    var planted = Planted.in(files);

    new HealthTruth(planted, states(files, planted)).holds(day.toString());
  }

  private static Map<String, String> states(Path files, Planted planted) {
    var joined = new HashMap<String, Registered>();
    for (var row : Planted.rows(files.resolve("communities.csv"))) {
      var orphaned = planted.orphaned().contains(row.get("community"));
      joined.put(row.get("community"), registered(row, orphaned ? Instant.EPOCH : null));
    }
    var books = books(files, joined);
    var states = new HashMap<String, String>();
    joined.forEach(
        (id, registered) -> {
          var book = books.get(id);
          var judged = Judge.judge(registered, book == null ? null : book.timeline(), ZONE);
          states.put(id, judged.state().name());
        });
    return states;
  }

  private static Registered registered(Map<String, String> row, @Nullable Instant orphaned) {
    return new Registered(
        row.get("community"),
        row.get("name"),
        row.getOrDefault("owner", "").isEmpty() ? "" : "employees/" + row.get("owner"),
        "businessUnits/" + row.get("unit"),
        row.get("platform"),
        List.of(),
        0,
        Registered.Life.AFLOAT,
        row.getOrDefault("mode", "").equals("JOINED"),
        orphaned,
        null);
  }

  private static Map<String, Logbook> books(Path files, Map<String, Registered> registered) {
    var books = new HashMap<String, Logbook>();
    for (var row : Planted.rows(files.resolve("activity/observed.csv"))) {
      var until = row.getOrDefault("observed_until", "");
      if (!until.isEmpty()) {
        var end = LocalDate.parse(until).atStartOfDay(ZONE).toInstant();
        var owner = PSEUDONYMS.of(registered.get(row.get("community")).owner());
        books.put(row.get("community"), new Logbook(end, ZONE, owner));
      }
    }
    Planted.rows(files.resolve("activity/events.csv"))
        .forEach(row -> books.get(row.get("community")).read(event(row)));
    Planted.rows(files.resolve("activity/daily.csv"))
        .forEach(row -> books.get(row.get("community")).read(total(row)));
    return books;
  }

  private static Activity event(Map<String, String> row) {
    var author = row.get("author");
    var bot = row.getOrDefault("bot", "").equals("1");
    return new Activity.Event(
        row.get("community"),
        Instant.parse(row.get("timestamp")),
        PSEUDONYMS.of(author),
        bot ? Voice.BOT : author.startsWith("employees/") ? Voice.HOST : Voice.MEMBER,
        row.get("kind"),
        row.get("event"),
        row.getOrDefault("inReplyTo", ""));
  }

  private static Activity total(Map<String, String> row) {
    return new Activity.DailyTotal(
        row.get("community"),
        LocalDate.parse(row.get("date")),
        Voice.MEMBER,
        row.get("kind"),
        Long.parseLong(row.get("count")),
        Long.parseLong(row.get("people")));
  }
}
