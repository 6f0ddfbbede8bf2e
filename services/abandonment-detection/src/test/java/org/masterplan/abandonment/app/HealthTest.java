package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Judgement.Basis;
import org.masterplan.abandonment.domain.Judgement.State;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.query.Query;

class HealthTest {
  static final Instant NOW = Harbour.NOW;

  Harbour harbour = new Harbour();

  @Test
  void get_saysNotObservedOfARegisteredCommunityThatNobodyLookedAt() {
    harbour.follow(Harbour.community("me-bim"));

    var health = harbour.lookout.get("me-bim");

    assertThat(health.judgement().state()).isEqualTo(State.NOT_OBSERVED);
    assertThat(health.judgement().abandoned()).isNull();
    assertThat(health.isAdrift()).isFalse();
  }

  @Test
  @Tag("cap-13")
  void cap013_get_saysGhostShipOfACommunityWhoseHostsFellSilent() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.load(Harbour.every(2, 900, 250, "mother-%d,COMMENT"));

    var health = harbour.lookout.get("me-bim");

    assertThat(health.judgement().state()).isEqualTo(State.GHOST_SHIP);
    assertThat(health.judgement().basis()).isEqualTo(Basis.HOST_RHYTHM);
    assertThat(health.judgement().days().hosts()).hasValue(300);
    assertThat(health.judgement().reasons())
        .extracting(Reason::code)
        .contains(Reason.Code.SILENT_BEYOND_OWN_RHYTHM, Reason.Code.STEADY_ACTIVITY);
    assertThat(health.aboard()).isNotNull();
    assertThat(health.aboard().known()).hasValue(120);
    assertThat(health.aboard().declared()).isEqualTo(2000);
  }

  @Test
  void newGhostShip_isToldToItsUnitAndTheOffice_once() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.load(Harbour.every(2, 900, 250, "mother-%d,COMMENT"));
    harbour.judging.judgeAll();

    assertThat(harbour.told)
        .extracting(Tidings.Tiding::to)
        .containsExactly(
            new Tidings.Recipient.Office(Role.CMO),
            new Tidings.Recipient.Unit("businessUnits/dairy"));
    assertThat(harbour.told)
        .allSatisfy(t -> assertThat(t.reason()).isEqualTo("NOTICE_GHOST_SHIP"))
        .allSatisfy(t -> assertThat(t.about()).isEqualTo("communities/me-bim"))
        .allSatisfy(t -> assertThat(t.values()).containsOnlyKeys("title"));
  }

  @Test
  void newGhostShip_isToldByTheNextLook_ifNobodyCouldBeToldAtFirst() {
    harbour.follow(Harbour.community("me-bim"));
    Tidings away =
        _ -> {
          throw new IllegalStateException("nobody can be told");
        };
    var rescue =
        new Rescue(
            harbour.cases, away, harbour.clock, new Rescue.Term(Period.ofDays(14), Harbour.ZONE));
    var sources =
        new JudgingHealth.Sources(
            harbour.activities,
            harbour.observations,
            harbour.registered,
            _ -> OptionalLong.of(120),
            harbour.reading);
    var judging = new JudgingHealth(sources, harbour.healths, harbour.turnouts, rescue);
    var importing =
        new ImportingActivity(
            new ImportingActivity.Into(harbour.activities, harbour.observations, harbour.roll),
            judging,
            harbour.reading);
    var lines = Harbour.every(3, 900, 300, "employees/lan,POST");
    var rows = Harbour.rows(Harbour.COLUMNS, lines);

    assertThatThrownBy(() -> importing.take(rows, NOW, new ImportTally("test", _ -> {})))
        .hasMessage("nobody can be told");
    harbour.judging.judgeAll();

    assertThat(harbour.told).hasSize(2);
  }

  @Test
  @Tag("cap-13")
  void cap013_take_provesNothingOfACommunityByTheRowsOfAnother() {
    harbour.follow(Harbour.community("me-bim"));
    var lines = Harbour.every(3, 900, 300, "employees/lan,POST");
    lines.add("sua-hat,2026-11-20T00:00:00Z,anh,POST");

    harbour.load(Harbour.COLUMNS, lines, null);

    var blind = harbour.lookout.get("me-bim").judgement();
    assertThat(blind.observedUntil()).isEqualTo(NOW.minus(Duration.ofDays(300)));
    assertThat(blind.state()).isEqualTo(State.ALIVE);
    var total = harbour.lookout.summarize(List.of());
    assertThat(total.summaries())
        .filteredOn(each -> each.observed())
        .extracting(each -> each.community())
        .containsExactly("sua-hat");
  }

  @Test
  @Tag("cap-13")
  void cap013_take_letsAStatedGapStand_whateverAFileHolds() {
    harbour.follow(Harbour.community("me-bim"));
    var until = NOW.minus(Duration.ofDays(290));
    harbour.look(List.of("me-bim," + until));
    var lines = Harbour.every(3, 900, 300, "employees/lan,POST");
    lines.add("sua-hat,2026-11-20T00:00:00Z,anh,POST");
    // One member is seen after the gap; who steered it during the gap, nobody knows.
    lines.add("me-bim,2026-11-20T00:00:00Z,anh,COMMENT");

    harbour.load(Harbour.COLUMNS, lines, null);

    var health = harbour.lookout.get("me-bim");
    assertThat(health.judgement().observedUntil()).isEqualTo(until);
    assertThat(health.judgement().state()).isEqualTo(State.ALIVE);
    assertThat(harbour.lookout.summarize(List.of("me-bim")).observed()).isZero();

    harbour.look(List.of("me-bim," + NOW));
    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.GHOST_SHIP);
  }

  @Test
  @Tag("cap-13")
  void cap013_judge_letsASlowCommunityBeSlow() {
    harbour.load(Harbour.every(60, 1810, 70, "employees/lan,POST"));

    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.ALIVE);
  }

  @Test
  void judge_seesAQuickCommunityFadeAfterTheSameSilence() {
    harbour.load(Harbour.every(1, 1800, 100, "employees/lan,POST"));

    assertThat(harbour.lookout.get("me-bim").judgement().state())
        .isIn(State.FADING, State.GHOST_SHIP);
  }

  @Test
  void judge_reasonsAddUpToTheLogOdds() {
    harbour.load(Harbour.every(5, 900, 120, "employees/lan,POST"));

    var judgement = harbour.lookout.get("me-bim").judgement();

    double p = judgement.abandoned().days365().p();
    double sum = judgement.reasons().stream().mapToDouble(Reason::contribution).sum();
    assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(p, within(.002));
  }

  @Test
  @Tag("cap-15")
  void cap015_apply_orphansAtOnceHoweverLivelyTheMembersAre() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(1, 400, 0, "employees/lan,POST"));
    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.ALIVE);
    var left = NOW.minus(Duration.ofHours(1));

    harbour.follow(Harbour.orphaned("me-bim", left));

    var health = harbour.lookout.get("me-bim");
    assertThat(health.judgement().state()).isEqualTo(State.ORPHANED);
    assertThat(health.stateTime()).isEqualTo(left);
    assertThat(health.rescueCase()).isEqualTo("me-bim-20261121");
    assertThat(health.judgement().reasons().getFirst().code())
        .isEqualTo(Reason.Code.OWNER_DEPARTED);
  }

  @Test
  @Tag("cap-14")
  void cap014_apply_orphansEveryCommunityOfADissolvedUnitEvenUnobserved() {
    for (var id : List.of("me-bim", "sua-hat", "be-an")) {
      harbour.follow(Harbour.community(id));
    }
    for (var id : List.of("me-bim", "sua-hat", "be-an")) {
      harbour.follow(Harbour.orphaned(id, NOW));
    }

    var ships = harbour.lookout.ghostShips(Query.first(HealthFields.OLDEST_FIRST, 10));

    assertThat(ships.items()).extracting(h -> h.judgement().state()).containsOnly(State.ORPHANED);
    assertThat(ships.items()).hasSize(3).allMatch(h -> !h.rescueCase().isEmpty());
  }

  @Test
  void judge_opensOneCaseAndAnotherOnlyAfterItWasClosed() {
    harbour.follow(Harbour.orphaned("me-bim", NOW));
    harbour.judging.judgeAll();
    harbour.judging.judgeAll();

    var cases = harbour.rescue.list(Query.first(RescueCaseFields.NEWEST_FIRST, 10)).items();
    assertThat(cases).hasSize(1);
    assertThat(cases.getFirst().due()).isEqualTo("2026-12-05");
    var change = new Rescue.Change(Actor.service("test"), 1, "handed to Minh");
    var started = harbour.rescue.start("me-bim-20261121", "employees/minh", change);
    assertThat(harbour.told.getLast())
        .satisfies(t -> assertThat(t.reason()).isEqualTo("NOTICE_RESCUE_ASSIGNED"))
        .satisfies(
            t -> assertThat(t.to()).isEqualTo(new Tidings.Recipient.Employee("employees/minh")));
    assertThat(started.assignee()).isEqualTo("employees/minh");
  }

  @Test
  void judge_changesNothingWhenNothingChanged() {
    harbour.load(Harbour.every(3, 300, 0, "employees/lan,POST"));
    var token = harbour.lookout.changes("", 100).token();

    assertThat(harbour.judging.judgeAll()).isZero();
    assertThat(harbour.lookout.changes(token, 100).healths()).isEmpty();
  }

  @Test
  void judge_excusesASilenceThatCameEveryYear() {
    var seasonal = new ArrayList<String>();
    for (int year = 0; year < 4; year++) {
      // Ten quiet weeks that have just come round again.
      seasonal.addAll(Harbour.every(4, 364 * (year + 1) - 1, 364 * year + 70, "anh,POST"));
    }
    harbour.load(seasonal);

    var judgement = harbour.lookout.get("me-bim").judgement();

    assertThat(judgement.reasons()).extracting(Reason::code).contains(Reason.Code.QUIET_SEASON);
    assertThat(judgement.state()).isEqualTo(State.ALIVE);
  }

  @Test
  void judge_doesNotCountBots() {
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.load(Harbour.every(1, 299, 0, "feed,POST,,1"));

    assertThat(harbour.lookout.get("me-bim").judgement().state()).isEqualTo(State.GHOST_SHIP);
  }

  @Test
  void judge_namesQuestionsThatNobodyAnswered() {
    harbour.load(
        List.of(
            "me-bim,2026-11-01T00:00:00Z,a,QUESTION,,,q1",
            "me-bim,2026-11-02T00:00:00Z,b,QUESTION,,,q2",
            "me-bim,2026-11-03T00:00:00Z,c,QUESTION,,,q3",
            "me-bim,2026-11-04T00:00:00Z,employees/lan,ANSWER,q2,,a1"));

    var reasons = harbour.lookout.get("me-bim").judgement().reasons();

    assertThat(reasons)
        .filteredOn(r -> r.code() == Reason.Code.QUESTIONS_UNANSWERED)
        .singleElement()
        .satisfies(r -> assertThat(r.about()).containsEntry("unanswered", "2"));
  }

  @Test
  void summarize_countsAPersonInTwoCommunitiesOnce() {
    harbour.load(
        List.of(
            "me-bim,2026-11-20T00:00:00Z,anh,POST",
            "me-bim,2026-11-20T00:00:01Z,binh,POST",
            "sua-hat,2026-11-20T00:00:02Z,@Anh,POST",
            "sua-hat,2026-09-20T00:00:02Z,chi,POST"));
    harbour.follow(Harbour.community("be-an"));

    var total = harbour.lookout.summarize(List.of("me-bim", "sua-hat", "be-an"));

    assertThat(total.last30().value()).isEqualTo(2);
    assertThat(total.last90().value()).isEqualTo(3);
    assertThat(total.observed()).isEqualTo(2);
    assertThat(total.summaries()).hasSize(3);
  }

  @Test
  void summarize_givesAnIntervalForDailyTotals() {
    harbour.load(
        "community,date,kind,count,people",
        List.of("me-bim,2026-11-18,COMMENT,9,5", "me-bim,2026-11-19,COMMENT,20,8"),
        NOW);

    var attendance = harbour.lookout.get("me-bim").attendance();

    assertThat(attendance.last30().low()).isEqualTo(8);
    assertThat(attendance.last30().high()).isEqualTo(13);
    assertThat(attendance.weeks()).hasSize(12);
    assertThat(attendance.weeks().getLast().events()).isEqualTo(29);
  }
}
