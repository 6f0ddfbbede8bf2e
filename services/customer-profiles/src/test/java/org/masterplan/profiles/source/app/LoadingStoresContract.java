package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;

/** What stores of rejected rows and tombstones must do. Subclasses supply empty ones. */
public abstract class LoadingStoresContract {
  Instant now = Instant.parse("2026-11-21T02:00:00Z");
  InstantSource source = () -> now;
  Clock clock = source.withZone(ZoneOffset.UTC);
  RejectedRows rejected;
  Tombstones tombstones;

  protected abstract RejectedRows rejectedRows(Clock clock);

  protected abstract Tombstones tombstones();

  @BeforeEach
  void fresh() {
    rejected = rejectedRows(clock);
    tombstones = tombstones();
  }

  @Test
  void rejectedRows_areKeptOnceAndListedInOrder() {
    var ten = kept("crm", "profiles-1", bad(10));
    var nine = kept("crm", "profiles-1", bad(9));
    var other = kept("crm-2", "profiles-1", bad(1));

    assertThat(rejected.keep(List.of(ten, nine, other))).isEqualTo(3);
    assertThat(rejected.keep(List.of(ten))).isZero();
    assertThat(rejected.list("crm", "", 5)).containsExactly(nine, ten);
    assertThat(rejected.list("crm", nine.id(), 5)).containsExactly(ten);
    assertThat(rejected.remove(List.of(nine))).isEqualTo(1);
    assertThat(rejected.count("crm")).isEqualTo(1);
  }

  @Test
  void tombstones_recogniseWhatWasMarked() {
    assertThat(tombstones.marked(Set.of("record:crm/1"))).isEmpty();
    tombstones.mark(List.of("record:crm/1", "record:crm/2"));
    tombstones.mark(List.of("record:crm/1"));

    assertThat(tombstones.marked(Set.of("record:crm/1", "record:crm/3")))
        .containsExactly("record:crm/1");
  }

  @Test
  void rejectedRows_areFoundByWhatTheySayOfAPerson() {
    var free = Map.of("Ghi chú", "gọi 0912 345 678", "Họ tên", "An");
    var kept = kept("crm", "l-1", new Row.Bad(2, free, "", "", "RECORD_EMPTY", Map.of()));
    rejected.keep(List.of(kept));

    assertThat(rejected.speakingOf(List.of("+84912345678"))).containsExactly(kept);
    assertThat(rejected.withCell(List.of("an"))).containsExactly(kept);
    assertThat(rejected.withCell(List.of("+84912345678"))).isEmpty();
    assertThat(rejected.speakingOf(List.of())).isEmpty();
  }

  @Test
  void naming_findsAHandleInEveryNotation() {
    var kept =
        List.of("lan.pham", "@Lan.Pham", "facebook:lan.pham", "Lotus: @LAN.pham").stream()
            .map(cell -> kept("crm", cell, handle(cell)))
            .toList();
    rejected.keep(kept);
    rejected.keep(List.of(kept("crm", "other", handle("facebook:lan.phamm"))));

    assertThat(rejected.naming(List.of("lan.pham"))).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(rejected.naming(List.of())).isEmpty();
  }

  private static Row.Bad handle(String cell) {
    return new Row.Bad(2, Map.of("Facebook", cell), "Facebook", cell, "TOO_LONG", Map.of());
  }

  @Test
  void keep_ofARowOfWhichNothingMayBeKept_takesThePlaceOfWhatWasKept() {
    var full = kept("crm", "l-1", bad(2));
    var empty = kept("crm", "l-1", Row.Bad.unreadable(2, "PERSON_ERASED", Map.of()));
    rejected.keep(List.of(full));

    assertThat(rejected.keep(List.of(empty))).isZero();
    assertThat(rejected.list("crm", "", 5)).containsExactly(empty);
    assertThat(rejected.withCell(List.of("x"))).isEmpty();
  }

  @Test
  void sweep_forgetsWhatIsKeptTooLong() {
    rejected.keep(List.of(kept("crm", "l-1", bad(2))));
    now = now.plus(Duration.ofDays(90));
    assertThat(rejected.sweep()).isZero();
    now = now.plusSeconds(1);
    assertThat(rejected.sweep()).isEqualTo(1);
    assertThat(rejected.count("crm")).isZero();
  }

  @Test
  void rejectedRows_areListedByTheirLoads_oldestFirst() {
    var late = kept("crm", "load-a", bad(3), now.plusSeconds(9));
    var early = kept("crm", "load-a-2", bad(2), now);
    var push = kept("crm", "push-1", bad(1), now.plusSeconds(5));
    rejected.keep(List.of(late, early, push, kept("crm-2", "load-0", bad(1))));

    assertThat(rejected.loads("crm"))
        .extracting(RejectedRows.KeptLoad::id)
        .containsExactly("load-a-2", "push-1", "load-a");
    assertThat(rejected.ofLoad("crm", "load-a", "", 9)).containsExactly(late);
    assertThat(rejected.ofLoad("crm", "load-a", late.id(), 9)).isEmpty();
  }

  @Test
  void retell_tellsAnotherReason_ofWhatIsStillKeptAsItWas() {
    var was = kept("crm", "l-1", bad(2));
    var now = new Row.Bad(2, was.row().values(), "", "", "RECORD_SAID_SINCE", Map.of());
    rejected.keep(List.of(was));

    rejected.retell(was, now);

    assertThat(rejected.list("crm", "", 5)).containsExactly(kept("crm", "l-1", now));
    var erased = Row.Bad.unreadable(2, "PERSON_ERASED", Map.of());
    rejected.keep(List.of(kept("crm", "l-1", erased)));
    rejected.retell(was, now);
    assertThat(rejected.list("crm", "", 5)).containsExactly(kept("crm", "l-1", erased));
    rejected.remove(rejected.list("crm", "", 5));
    rejected.retell(was, now);
    assertThat(rejected.count("crm")).isZero();
  }

  @Test
  void retell_keepsNothingLonger() {
    var was = kept("crm", "l-1", bad(2));
    rejected.keep(List.of(was));
    now = now.plus(Duration.ofDays(60));

    rejected.retell(was, new Row.Bad(2, was.row().values(), "", "", "RECORD_EMPTY", Map.of()));

    now = now.plus(Duration.ofDays(30)).plusSeconds(1);
    assertThat(rejected.sweep()).isEqualTo(1);
  }

  private RejectedRows.Kept kept(String of, String load, Row.Bad row) {
    return kept(of, load, row, Instant.parse("2026-11-21T02:00:00Z"));
  }

  private static RejectedRows.Kept kept(String of, String load, Row.Bad row, Instant at) {
    return RejectedRows.Kept.of(of, load, row, new RejectedRows.Place(row.line() + 7, at));
  }

  private static Row.Bad bad(long line) {
    return new Row.Bad(
        line, Map.of("a.b", "x"), "a.b", "x", "RECORD_ID_MISSING", Map.of("max", "3"));
  }
}
