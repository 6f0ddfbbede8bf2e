package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.export.app.ExportFields;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.ProfileExport.State;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.snapshot.app.Nightly;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.file.FolderShelf;

class NightlyTest {
  /** One in the morning in Viet Nam. */
  static final Instant ONE = Instant.parse("2026-11-20T18:00:00Z");

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path folder;
  private final TestClock clock = TestClock.at(ONE);
  private final PlanStandIn plan = new PlanStandIn();
  private MongoExports exports;
  private FolderShelf shelf;
  private TakingSnapshots taking;
  private Nightly nightly;

  @BeforeEach
  void open() {
    var stored = new StoredProfiles("nightly");
    var ledger = new ConsentLedger(stored.consents, (_, _) -> {}, stored.reading, clock);
    shelf = new FolderShelf(folder.resolve("snapshots").toString(), clock);
    exports = new MongoExports(stored.database);
    taking = new FileFixture(stored, ledger, List.of(), plan, shelf, clock).snapshots;
    nightly = new Nightly(taking, shelf, new Nightly.When(2, ZONE, 3), clock);
  }

  @Test
  void round_takesOneSnapshotANight_fromItsHourOn() {
    nightly.round(() -> {});
    // None was there: that of the night before is made up for.
    assertThat(ids()).containsExactly("20261120T180000000Z");
    nightly.round(() -> {});
    assertThat(ids()).hasSize(1);

    clock.advance(Duration.ofMinutes(61));
    nightly.round(() -> {});
    clock.advance(Duration.ofMinutes(10));
    nightly.round(() -> {});

    assertThat(ids()).containsExactly("20261120T190100000Z", "20261120T180000000Z");
  }

  @Test
  void round_keepsAsManyAsItIsTold() {
    for (int night = 0; night < 5; night++) {
      nightly.round(() -> {});
      clock.advance(Duration.ofDays(1));
    }

    assertThat(ids())
        .containsExactly("20261124T180000000Z", "20261123T180000000Z", "20261122T180000000Z");
  }

  @Test
  void aSnapshotForAPurpose_doesNotStandForTheNights() {
    var order =
        new TakingSnapshots.Order(org.masterplan.kernel.actor.Actor.service("x"), "MARKETING");
    taking.take(order, _ -> {});

    clock.advance(Duration.ofSeconds(1));
    nightly.round(() -> {});

    assertThat(ids()).containsExactly("20261120T180001000Z", "20261120T180000000Z-MARKETING");
  }

  @Test
  void whoLostTheLease_publishesNothing() {
    assertThatThrownBy(
            () ->
                nightly.round(
                    () -> {
                      throw new IllegalStateException("the lease is lost");
                    }))
        .hasMessage("the lease is lost");

    assertThat(ids()).isEmpty();
    assertThat(exports()).extracting(ProfileExport::state).containsExactly(State.BROKEN_OFF);
  }

  @Test
  void round_exportsNobody_whileAServiceIsAway() {
    plan.away.add("message-governance");

    assertThatThrownBy(() -> nightly.round(() -> {})).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> nightly.round(() -> {})).isInstanceOf(Unavailable.class);
    assertThat(exports()).isEmpty();

    plan.away.clear();
    nightly.round(() -> {});
    assertThat(exports()).extracting(ProfileExport::state).containsExactly(State.COMPLETE);
  }

  private List<ProfileExport> exports() {
    return exports.list(Query.first(ExportFields.DEFAULT, 10)).items();
  }

  private List<String> ids() {
    return shelf.list().stream().map(Snapshot::id).toList();
  }
}
