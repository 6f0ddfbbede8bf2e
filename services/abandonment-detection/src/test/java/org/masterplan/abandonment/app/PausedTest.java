package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Judgement.State;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.kernel.query.Query;

/** A paused community is silent on purpose (capability 13 is about those that are not). */
@Tag("cap-13")
class PausedTest {
  static final Instant NOW = Harbour.NOW;

  Harbour harbour = new Harbour();

  @Test
  void silentSinceItWasPaused_isNoGhostShip() {
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.follow(Harbour.community("me-bim"));
    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.GHOST_SHIP);

    harbour.follow(Harbour.paused("me-bim", ago(298), null));

    var health = harbour.lookout.get("me-bim");
    assertThat(health.judgement().state()).isEqualTo(State.ALIVE);
    assertThat(health.judgement().reasons())
        .filteredOn(r -> r.code() == Reason.Code.PAUSED)
        .singleElement()
        .satisfies(r -> assertThat(r.contribution()).isNegative());
    assertThat(health.judgement().reasons())
        .extracting(Reason::code)
        .doesNotContain(Reason.Code.OWNER_SILENT);
    assertThat(ghostShips()).isEmpty();
  }

  @Test
  void pausedLongAfterItFellSilent_keepsItsHealth_butIsSteered() {
    harbour.load(Harbour.every(3, 1200, 500, "employees/lan,POST"));

    harbour.follow(Harbour.paused("me-bim", ago(20), null));

    var health = harbour.lookout.get("me-bim");
    assertThat(health.judgement().state()).isEqualTo(State.GHOST_SHIP);
    assertThat(health.isAdrift()).isFalse();
    assertThat(health.rescueCase()).isEmpty();
    assertThat(ghostShips()).isEmpty();
  }

  @Test
  void resumed_countsOnlyTheSilenceOutsideThePause() {
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));

    harbour.follow(Harbour.paused("me-bim", ago(298), ago(5)));
    var soon = harbour.lookout.get("me-bim").judgement().state();
    harbour.follow(Harbour.paused("me-bim", ago(298), ago(280)));
    var later = harbour.lookout.get("me-bim").judgement().state();

    assertThat(soon).isEqualTo(State.ALIVE);
    assertThat(later).isEqualTo(State.GHOST_SHIP);
    assertThat(ghostShips()).containsExactly("me-bim");
  }

  @Test
  void pausedBeforeItsLastSignOfLife_excusesNothing() {
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));

    harbour.follow(Harbour.paused("me-bim", ago(700), ago(600)));

    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.GHOST_SHIP);
  }

  @Test
  @Tag("cap-15")
  void cap015_paused_andItsOwnerLeft_isAdriftAtOnce() {
    var paused = Harbour.paused("me-bim", ago(30), null);
    harbour.follow(paused);
    assertThat(ghostShips()).isEmpty();

    harbour.follow(
        new Registered(
            "me-bim",
            paused.title(),
            "",
            paused.businessUnit(),
            paused.platform(),
            paused.segments(),
            paused.declaredMembers(),
            Registered.Life.PAUSED,
            false,
            NOW,
            paused.pause()));

    assertThat(ghostShips()).containsExactly("me-bim");
    assertThat(harbour.lookout.get("me-bim").rescueCase()).isNotEmpty();
  }

  private java.util.List<String> ghostShips() {
    return harbour.lookout.ghostShips(Query.first(HealthFields.OLDEST_FIRST, 10)).items().stream()
        .map(h -> h.community())
        .toList();
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
