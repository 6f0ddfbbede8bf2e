package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class RejectsTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  static final Imported IMPORT = Imported.of("i1", List.of("title"));

  MongoDatabase database = MongoTestServer.database("rejects");
  Rejects rejects = new Rejects(database, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void replay_givesBackEveryReadableRowInOrder() {
    record("i1", 1200);
    record("i10", 3);

    var lines = new ArrayList<Long>();
    var replay = new Replay(rejects, IMPORT, "m1");
    replay.rows().forEachRemaining(row -> lines.add(row.line()));

    assertThat(lines).containsExactlyElementsOf(LongStream.rangeClosed(2, 1201).boxed().toList());
    assertThat(rejects.list("i10", 2, 10)).hasSize(2);
  }

  @Test
  void replay_forgetsWhatWasTaken_andKeepsWhatWasRefusedAgain() {
    record("i1", 1200);
    var replay = new Replay(rejects, IMPORT, "m1");

    replay.forEachRemaining(row -> refuseEven(row, replay));
    replay.end();

    var left = rejects.list("i1", 0, 2000);
    assertThat(left).hasSize(600);
    assertThat(left).extracting(Row.Bad::line).allMatch(line -> line % 2 == 0);
    assertThat(left).extracting(Row.Bad::reason).containsOnly("ID_TWICE");
  }

  @Test
  void replay_brokenOffOrRunTwiceAtOnce_losesNothingThatWasNotTaken() {
    record("i1", 4);
    new Replay(rejects, IMPORT, "broken").forEachRemaining(_ -> {});
    assertThat(rejects.list("i1", 0, 10)).hasSize(4);

    var one = new Replay(rejects, IMPORT, "m1");
    one.forEachRemaining(row -> refuseEven(row, one));
    var two = new Replay(rejects, IMPORT, "m2");
    two.next();
    one.end();
    two.forEachRemaining(row -> refuseEven(row, two));
    two.end();

    assertThat(rejects.list("i1", 0, 10)).extracting(Row.Bad::line).contains(4L);
  }

  @Test
  void replay_triesNoRowWhosePlacesAreNotCertain() {
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      recording.accept(new Row.Bad(2, Map.of("a", "1"), "b", "", "ROW_RAGGED", Map.of()));
      recording.accept(Row.Bad.unreadable(3, "QUOTE_OPEN", Map.of()));
    }

    assertThat(new Replay(rejects, IMPORT, "m1").rows())
        .toIterable()
        .hasSize(2)
        .allMatch(row -> row instanceof Row.Bad);
  }

  private static void refuseEven(Row row, Replay replay) {
    if (row.line() % 2 == 0 && row instanceof Row.Good good) {
      replay.accept(good.refused("title", "ID_TWICE", Map.of("earlier", "1")));
    }
  }

  @Test
  void naming_findsAHandle_alsoWithItsPlatformInFront() {
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      recording.accept(naming(1, "lan.pham"));
      recording.accept(naming(2, "Facebook: @Lan.Pham"));
      recording.accept(naming(3, "facebook:lan"));
      recording.accept(naming(4, "see https://lan.pham"));
    }

    assertThat(rejects.naming(List.of("@lan.pham")))
        .extracting(k -> k.row().line())
        .containsExactly(1L, 2L);
  }

  private static Row.Bad naming(long line, String handle) {
    return new Row.Bad(line, Map.of("handle", handle), "handle", handle, "UNKNOWN", Map.of());
  }

  @Test
  void record_replacesWhatAnEarlierRunRejected() {
    record("i1", 3);
    record("i1", 1);

    assertThat(rejects.list("i1", 0, 10)).hasSize(1);
    rejects.resolved("i1", 2);
    assertThat(rejects.list("i1", 0, 10)).isEmpty();
  }

  @Test
  void list_keepsColumnsWhoseNamesHoldDots() {
    var bad = new Row.Bad(2, Map.of("a.b$", "x"), "a.b$", "x", "REQUIRED", Map.of("max", "1"));
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      recording.accept(bad);
    }

    assertThat(rejects.list("i1", 0, 10)).containsExactly(bad);
  }

  @Test
  void sweep_forgetsWhatIsKeptTooLong() {
    var database = MongoTestServer.database("rejects");
    var then = new Rejects(database, Clock.fixed(NOW, ZoneOffset.UTC));
    try (var recording = then.record(Imported.of("i1", List.of()))) {
      recording.accept(Row.Bad.unreadable(2, "QUOTE_OPEN", Map.of()));
    }
    var later = Clock.fixed(NOW.plus(Rejects.KEPT).plus(Duration.ofSeconds(1)), ZoneOffset.UTC);

    assertThat(then.sweep()).isZero();
    assertThat(new Rejects(database, later).sweep()).isEqualTo(1);
  }

  @Test
  void result_speaksTheCallersLanguageAndMasksWhatIsPersonal() {
    var tally = new ImportTally("i1", row -> {});
    var row = new Row.Good(7, Map.of("phone", "0912345678"));
    tally.rejected(row.refused("phone", "ID_TWICE", Map.of("earlier", "3")));

    var english = ImportResults.of(tally.outcome(), Locale.ENGLISH, Set.of("phone"));
    var vietnamese = ImportResults.of(tally.outcome(), Locale.of("vi"), Set.of());

    assertThat(english.getRejected(0).getValue()).isEqualTo("09***");
    assertThat(english.getRejected(0).getReason())
        .isEqualTo("phone is \"09***\", as in line 3 (expected: each id once).");
    assertThat(vietnamese.getRejected(0).getReason())
        .isEqualTo("phone là \"0912345678\", trùng với dòng 3 (cần: mỗi mã một lần).");
  }

  @Test
  void forget_findsThePersonHoweverTheRowWritesThem() {
    keep(
        Map.of("handle", "@Lan.Tran", "joined", "hôm qua"),
        Map.of("text", "gọi cho tôi số 0912 345.678 hoặc viết cho LAN@example.com."),
        Map.of("điện thoại", "84912345678"),
        Map.of("record", "sources/crm/records/7"),
        Map.of("handle", "lan.tran.2", "email", "other.lan@example.com"),
        Map.of("phone", "0912345679"));
    var lan =
        List.of(
            "lan.tran", "lan@example.com", "+84912345678", "sources/crm/records/7", "profiles/1");

    assertThat(rejects.about(lan)).extracting(k -> k.row().line()).containsExactly(2L, 3L, 4L, 5L);
    assertThat(rejects.about(lan)).extracting(Rejects.Kept::importId).containsOnly("i1");
    assertThat(rejects.forget(lan)).isEqualTo(4);

    assertThat(rejects.forget(lan)).isZero();
    assertThat(rejects.list("i1", 0, 10)).extracting(Row.Bad::line).containsExactly(6L, 7L);
  }

  @Test
  void forget_whileAnImportIsUnderWay_leavesNoneOfItsRows() {
    var lan = List.of("lan@example.com");
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      recording.accept(row(2, "Lan@example.com"));
      recording.accept(row(3, "minh@example.com"));
      recording.flush();
      recording.accept(row(4, "lan@example.com"));
      assertThat(rejects.forget(lan)).isEqualTo(1);
      for (int line = 5; line < 1100; line++) {
        recording.accept(
            row(line, line % 2 == 0 ? "lan@example.com" : "m" + line + "@example.com"));
      }
    }

    assertThat(rejects.about(lan)).isEmpty();
    assertThat(rejects.list("i1", 0, 2000)).hasSize(549).noneMatch(row -> row.line() % 2 == 0);
  }

  @Test
  void forget_beforeAnImport_isNoMatterOfThatImport() {
    var lan = List.of("lan@example.com");
    rejects.forget(lan);
    keep(Map.of("email", "lan@example.com"));

    assertThat(rejects.about(lan)).hasSize(1);
    assertThat(database.getCollection("recordings").countDocuments()).isZero();
  }

  @Test
  void record_asksForTheErasedAtTheWrite() {
    var erased = new ArrayList<Row.Bad>();
    try (var recording = rejects.record(Imported.of("i1", List.of()), _ -> erased)) {
      recording.accept(row(2, "lan@example.com"));
      recording.accept(row(3, "minh@example.com"));
      erased.add(row(2, "lan@example.com"));
    }

    assertThat(rejects.list("i1", 0, 9)).extracting(Row.Bad::line).containsExactly(3L);
  }

  /** An erasure marks first and looks for rows then; a crash here must not hide one from it. */
  @Test
  void record_killedBeforeTheErasedAreTakenBack_leavesItsRowsForAnHour() {
    var clock = TestClock.at(NOW);
    var moving = new Rejects(database, clock);
    Rejects.Erased killed =
        _ -> {
          throw new IllegalStateException("killed");
        };
    var recording = moving.record(Imported.of("i1", List.of()), killed);
    recording.accept(row(2, "lan@example.com"));
    assertThatThrownBy(recording::flush).hasMessage("killed");

    clock.advance(Duration.ofMinutes(61));
    moving.sweep();

    assertThat(moving.list("i1", 0, 9)).isEmpty();
  }

  @Test
  void record_ofALongImport_isToldOfEverybodyWhoIsForgotten() {
    var clock = TestClock.at(NOW);
    var moving = new Rejects(database, clock);
    var lan = List.of("lan@example.com");
    try (var recording = moving.record(Imported.of("i1", List.of()))) {
      for (int line = 2; line < 5; line++) {
        recording.accept(row(line, "m" + line + "@example.com"));
        recording.flush();
        clock.advance(Duration.ofHours(20));
        moving.sweep();
      }
      moving.forget(lan);
      recording.accept(row(9, "lan@example.com"));
    }

    assertThat(moving.about(lan)).isEmpty();
    assertThat(moving.list("i1", 0, 9)).hasSize(3);
  }

  @Test
  void record_thatStoodStillForADay_isRefusedAndKeepsNothing() {
    var clock = TestClock.at(NOW);
    var moving = new Rejects(database, clock);
    var recording = moving.record(Imported.of("i1", List.of()));
    recording.accept(row(2, "lan@example.com"));
    clock.advance(Duration.ofHours(25));
    moving.sweep();
    moving.forget(List.of("lan@example.com"));

    assertThatThrownBy(recording::close).isInstanceOf(Unavailable.class);
    clock.advance(Duration.ofMinutes(61));
    moving.sweep();
    assertThat(moving.list("i1", 0, 9)).isEmpty();
  }

  private static Row.Bad row(long line, String email) {
    return new Row.Bad(line, Map.of("email", email), "", "", "REQUIRED", Map.of());
  }

  @Test
  void forget_ofNobody_forgetsNothing() {
    keep(Map.of("handle", ""));

    assertThat(rejects.forget(List.of())).isZero();
    assertThat(rejects.forget(List.of("", " "))).isZero();
    assertThat(rejects.list("i1", 0, 10)).hasSize(1);
  }

  @Test
  void migration_makesOlderRowsFound() {
    var database = MongoTestServer.database("rejects");
    database
        .getCollection("rejects")
        .insertOne(
            new Document("_id", "i1/000000000002")
                .append("line", 2L)
                .append("values", List.of(new Document("k", "phone").append("v", "0912345678")))
                .append("about", List.of()));
    var old = new Rejects(database, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(old.forget(List.of("+84912345678"))).isZero();

    Rejects.findByPerson(database);
    Rejects.findByPerson(database);

    assertThat(old.forget(List.of("+84912345678"))).isEqualTo(1);
  }

  @SafeVarargs
  private void keep(Map<String, String>... rows) {
    long line = 2;
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      for (var values : rows) {
        recording.accept(new Row.Bad(line++, values, "", "", "REQUIRED", Map.of()));
      }
    }
  }

  private void record(String importId, int rows) {
    try (var recording = rejects.record(Imported.of(importId, List.of()))) {
      for (int i = 0; i < rows; i++) {
        recording.accept(
            new Row.Bad(i + 2, Map.of("title", "t" + i), "title", "t" + i, "REQUIRED", Map.of()));
      }
    }
  }
}
